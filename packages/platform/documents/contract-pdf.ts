import { exactText, ratio } from '@pactdesk/domain/kernel/ratio'
import {
  type Clause,
  type ContractTerms,
  type ContractText,
  contractTotal,
  printedClauses,
} from '@pactdesk/domain/outsourcing/contract/index'
import { amountText } from './amount-text.ts'
import { contentWidth, heading, ink, keepTogether, type Pdf, page, renderPdf, rule, text } from './sheet.ts'
import { drawEvidence, drawSignatures, type PrintedSignature } from './signature-block.ts'
import { drawFields, drawTable } from './table.ts'

export type ContractPdf = {
  terms: ContractTerms
  text: ContractText
  version: number
  /** `zh`: the signed language alone; `zh-en`: each clause followed by its translation. */
  languages: 'zh' | 'zh-en'
  /** Instant of the offer, or of the second signature for the signed copy. */
  asOf: string
  signatures: readonly PrintedSignature[]
  /** Signed copy only: a page that names what was recorded of the signatures. */
  evidence?: { signedOn: string; documentSha256?: string }
}

const numberWidth = 54

/** The contract as both parties sign it: A4, whole text, fee table, signature blocks. Same arguments, same bytes. */
export function contractPdf(contract: ContractPdf): Promise<Buffer> {
  const { terms, text: words, version } = contract
  const title = `${words.name.zh} ${terms.number}`
  const foot = `${words.name.zh}  ${terms.number}  ·  V${version}`
  return renderPdf({ title, author: terms.provider.name, asOf: contract.asOf, foot }, pdf => {
    drawHead(pdf, contract)
    for (const clause of printedClauses(words)) drawClause(pdf, clause, contract)
    pdf.moveDown(0.8)
    drawWords(pdf, words.closing, contract.languages)
    pdf.moveDown(1.2)
    drawSignatures(pdf, contract.signatures)
    if (contract.evidence) drawEvidencePage(pdf, contract, contract.evidence)
  })
}

function drawHead(pdf: Pdf, { terms, text: words, languages, evidence }: ContractPdf): void {
  heading(pdf, words.name.zh, 20, { align: 'center' })
  if (languages === 'zh-en') text(pdf, words.name.en, 11, ink.soft, { align: 'center' })
  pdf.moveDown(0.8)
  const { client, provider } = terms
  drawFields(pdf, [
    ['合同编号', terms.number],
    ['签订地点', terms.signingPlace],
    ['甲方', client.name],
    ['乙方', provider.name],
    ['地址', client.address ?? ''],
    ['地址', provider.address ?? ''],
    ['税号', client.taxNumber ?? ''],
    ['税号', provider.taxNumber ?? ''],
    ['签订日期', evidence?.signedOn ?? '以后签署的一方签署之日为准'],
  ])
  pdf.moveDown(0.4)
  rule(pdf)
  pdf.moveDown(0.6)
  drawWords(pdf, words.preamble, languages)
}

function drawWords(pdf: Pdf, words: { zh: string; en: string }, languages: 'zh' | 'zh-en'): void {
  text(pdf, words.zh, 10.5)
  if (languages === 'zh-en') text(pdf, words.en, 8.5, ink.faint)
}

function drawClause(pdf: Pdf, clause: Clause, contract: ContractPdf): void {
  const { languages } = contract
  const both = languages === 'zh-en'
  const x = page.margin + (clause.level === 0 ? 0 : numberWidth)
  const width = contentWidth - (x - page.margin)
  pdf.moveDown(clause.level === 0 ? 0.9 : 0.35)
  keepTogether(pdf, clause.level === 0 ? 64 : 34)
  const top = pdf.y
  if (clause.level > 0)
    pdf
      .fontSize(9.5)
      .fillColor(ink.faint)
      .text(clause.no, page.margin, top + 0.5, { width: numberWidth - 6 })
  pdf.x = x
  pdf.y = top
  if (clause.title) {
    const title = clause.level === 0 ? `第${articles[Number(clause.no) - 1]}条  ${clause.title.zh}` : clause.title.zh
    heading(pdf, both ? `${title}  ${clause.title.en}` : title, clause.level === 0 ? 12 : 10.5, { width })
    pdf.moveDown(0.15)
    pdf.x = x
  }
  if (clause.text) {
    text(pdf, clause.text.zh, 10.5, ink.text, { width, align: 'left' })
    if (both && clause.text.en !== clause.text.zh) {
      pdf.x = x
      text(pdf, clause.text.en, 8.5, ink.faint, { width })
    }
  }
  pdf.x = page.margin
  if (clause.kind === 'fees') drawFees(pdf, contract)
}

const articles = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function drawFees(pdf: Pdf, { terms, languages }: ContractPdf): void {
  const both = languages === 'zh-en'
  const t = (zh: string, en: string) => (both ? `${zh} ${en}` : zh)
  pdf.moveDown(0.4)
  drawTable(
    pdf,
    [
      { title: t('序号', 'No.'), width: both ? 9 : 6 },
      { title: t('服务项目', 'Item'), width: 40 },
      { title: t('数量', 'Qty'), width: 12, align: 'right' },
      { title: t('单价', 'Unit price'), width: 18, align: 'right' },
      { title: t('含税金额', 'Gross'), width: 18, align: 'right' },
      { title: t('税率', 'VAT'), width: 10, align: 'right' },
    ],
    terms.feeLines.map(line => [
      String(line.line),
      line.item,
      line.quantity === undefined ? '' : String(line.quantity),
      line.unitGross ? amountText(line.unitGross) : '',
      amountText(line.gross),
      `${exactText(ratio(line.taxRate).mul(100))}%`,
    ]),
    [['', t('合计', 'Total'), '', '', amountText(contractTotal(terms)), terms.currency]],
  )
}

/** The last page of the signed copy: who signed which bytes, when, from where. */
function drawEvidencePage(pdf: Pdf, contract: ContractPdf, evidence: NonNullable<ContractPdf['evidence']>): void {
  pdf.addPage()
  heading(pdf, '签署记录 Record of signatures', 14)
  pdf.moveDown(0.4)
  drawFields(pdf, [
    ['合同编号 Contract', contract.terms.number],
    ['签订日期 Signed on', evidence.signedOn],
  ])
  if (evidence.documentSha256) {
    text(pdf, `双方签署的文件指纹 sha256 of the signed document`, 9, ink.soft)
    text(pdf, evidence.documentSha256, 9)
  }
  pdf.moveDown(0.8)
  drawEvidence(pdf, contract.signatures)
}
