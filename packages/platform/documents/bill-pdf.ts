import { capitalNumerals } from '@pactdesk/domain/kernel/capital-numerals'
import { type Money, money } from '@pactdesk/domain/kernel/money'
import { exactText, ratio } from '@pactdesk/domain/kernel/ratio'
import { amountText } from './amount-text.ts'
import { heading, ink, type Pdf, renderPdf, rule, section, text } from './sheet.ts'
import { drawFields, drawTable } from './table.ts'

type Company = { name: string; taxNumber?: string; address?: string; phone?: string }

export type BillPdf = {
  kind: 'bill' | 'credit-note'
  number: string
  /** Of a credit note: the bill it corrects. */
  corrects?: string
  /** Local dates, `YYYY-MM-DD`. */
  issuedOn: string
  dueOn?: string
  /** What the bill is for: the term of a fee (inclusive dates) or the month of extras. */
  period?: string
  contractNumber: string
  currency: string
  provider: Company & { bank?: { bank: string; accountName: string; accountNumber: string } }
  client: Company
  /** Minor units of the bill's currency; a credit note's are negative. */
  lines: readonly {
    line: number
    description: string
    clause: string
    quantity?: string
    unitPrice?: string
    grossMinor: number
    taxRate: string
    taxMinor: number
    netMinor: number
  }[]
  taxGroups: readonly { taxRate: string; grossMinor: number; taxMinor: number; netMinor: number }[]
  total: { grossMinor: number; taxMinor: number; netMinor: number }
  /** The tax platform's own document, before or after payment. */
  fapiao?: {
    title: string
    taxNumber?: string
    kind: 'vat-general' | 'vat-special'
    state: string
    number?: string
    date?: string
  }
  /** Covered work: what the fee paid for, in units, at no charge. */
  annex: readonly {
    date: string
    reference: string
    description: string
    who: string
    clause: string
    /** `89 min`, `1 × SSD`, `10 devices`. */
    quantity: string
  }[]
  /** Instant of issue. */
  asOf: string
}

const names = {
  bill: { zh: '账单', en: 'Bill' },
  'credit-note': { zh: '冲销单', en: 'Credit note' },
}
const fapiaoKinds = { 'vat-general': '增值税普通发票', 'vat-special': '增值税专用发票' }
const fapiaoStates: Record<string, string> = { requested: '待开具', issued: '已开具', reversed: '已红冲' }

/** A bill (账单) or credit note with its zero-value annex of covered work. It is no fapiao and says so. */
export function billPdf(bill: BillPdf): Promise<Buffer> {
  const name = names[bill.kind]
  const title = `${name.zh} ${bill.number}`
  return renderPdf({ title, author: bill.provider.name, asOf: bill.asOf, foot: `${title}  ·  ${bill.provider.name}` }, pdf => {
    heading(pdf, `${name.zh} ${name.en}`, 20)
    text(pdf, bill.number, 12, ink.soft)
    pdf.moveDown(0.6)
    drawFields(pdf, headFields(bill))
    pdf.moveDown(0.3)
    rule(pdf)
    pdf.moveDown(0.6)
    drawLines(pdf, bill)
    drawTax(pdf, bill)
    drawPayment(pdf, bill)
    drawFapiao(pdf, bill)
    if (bill.annex.length > 0) drawAnnex(pdf, bill)
  })
}

const headFields = (bill: BillPdf): [string, string][] => [
  ['客户 Client', bill.client.name],
  ['服务方 Provider', bill.provider.name],
  ['税号 Tax no.', bill.client.taxNumber ?? ''],
  ['税号 Tax no.', bill.provider.taxNumber ?? ''],
  ['开具日期 Issued', bill.issuedOn],
  bill.corrects ? ['冲销账单 Corrects', bill.corrects] : ['付款期限 Due', bill.dueOn ?? ''],
  ['合同 Contract', bill.contractNumber],
  ['期间 Period', bill.period ?? ''],
]

const share = (rate: string) => `${exactText(ratio(rate).mul(100))}%`
const of = (bill: BillPdf, minor: number): Money => money(bill.currency, minor)

function drawLines(pdf: Pdf, bill: BillPdf): void {
  const amount = (minor: number) => amountText(of(bill, minor))
  drawTable(
    pdf,
    [
      { title: '序号', width: 6 },
      { title: '项目 Item', width: 38 },
      { title: '条款 Clause', width: 10 },
      { title: '数量 Qty', width: 12, align: 'right' },
      { title: '单价 Price', width: 14, align: 'right' },
      { title: '税率 VAT', width: 9, align: 'right' },
      { title: `含税金额 ${bill.currency}`, width: 16, align: 'right' },
    ],
    bill.lines.map(line => [
      String(line.line),
      line.description,
      line.clause,
      line.quantity ?? '',
      line.unitPrice ?? '',
      share(line.taxRate),
      amount(line.grossMinor),
    ]),
    [['', '合计 Total', '', '', '', '', amount(bill.total.grossMinor)]],
  )
  const capitals = bill.currency === 'CNY' ? capitalNumerals(Math.abs(bill.total.grossMinor)) : undefined
  if (capitals?.ok) text(pdf, `大写：${bill.total.grossMinor < 0 ? '（冲销）' : ''}${capitals.value}`, 10)
  pdf.moveDown(0.6)
}

function drawTax(pdf: Pdf, bill: BillPdf): void {
  const amount = (minor: number) => amountText(of(bill, minor))
  drawTable(
    pdf,
    [
      { title: '税率 VAT rate', width: 25 },
      { title: '不含税 Net', width: 25, align: 'right' },
      { title: '税额 VAT', width: 25, align: 'right' },
      { title: '含税 Gross', width: 25, align: 'right' },
    ],
    bill.taxGroups.map(group => [share(group.taxRate), amount(group.netMinor), amount(group.taxMinor), amount(group.grossMinor)]),
    [['合计 Total', amount(bill.total.netMinor), amount(bill.total.taxMinor), amount(bill.total.grossMinor)]],
  )
}

function drawPayment(pdf: Pdf, { kind, provider, number }: BillPdf): void {
  if (kind === 'credit-note' || !provider.bank) return
  section(pdf, '付款账户 Pay to')
  drawFields(pdf, [
    ['户名 Account', provider.bank.accountName],
    ['开户银行 Bank', provider.bank.bank],
    ['账号 Number', provider.bank.accountNumber],
    ['付款附言 Reference', number],
  ])
  pdf.moveDown(0.4)
}

function drawFapiao(pdf: Pdf, { fapiao }: BillPdf): void {
  section(pdf, '发票信息 Fapiao')
  if (fapiao) {
    drawFields(pdf, [
      ['抬头 Title', fapiao.title],
      ['税号 Tax no.', fapiao.taxNumber ?? ''],
      ['种类 Kind', fapiaoKinds[fapiao.kind]],
      ['状态 State', fapiaoStates[fapiao.state] ?? fapiao.state],
      ['发票号码 Number', fapiao.number ?? ''],
      ['开票日期 Date', fapiao.date ?? ''],
    ])
  }
  text(pdf, '本单为账单，不是发票；发票由税务平台另行开具。This is a bill, not a fapiao.', 8.5, ink.faint)
}

function drawAnnex(pdf: Pdf, { annex, contractNumber }: BillPdf): void {
  pdf.addPage()
  heading(pdf, '附件：合同已含的服务 Annex: work covered by the contract', 13)
  text(pdf, `以下服务由合同 ${contractNumber} 的服务费支付，不另收费。Paid for by the fee; no charge.`, 9, ink.soft)
  pdf.moveDown(0.5)
  drawTable(
    pdf,
    [
      { title: '日期 Date', width: 13 },
      { title: '单号 Ref.', width: 14 },
      { title: '内容 What', width: 36 },
      { title: '人员 Who', width: 13 },
      { title: '条款 Clause', width: 10 },
      { title: '数量 Qty', width: 14, align: 'right' },
    ],
    annex.map(row => [row.date, row.reference, row.description, row.who, row.clause, row.quantity]),
  )
}
