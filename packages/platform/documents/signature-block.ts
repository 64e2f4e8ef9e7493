import type { SignatureEvidence, Strokes } from '@pactdesk/domain/outsourcing/contract/index'
import { contentWidth, heading, ink, keepTogether, type Pdf, page, text } from './sheet.ts'
import { drawStrokes, pad } from './strokes.ts'

/** One party's signature as printed: on the screen with its evidence, on paper with its date, or still to come. */
export type PrintedSignature = {
  party: 'provider' | 'client'
  company: string
  /** Local date, already in words of the reader. */
  on?: string
  /** Local time with zone. */
  at?: string
  evidence?: Pick<SignatureEvidence, 'name' | 'title' | 'address' | 'account' | 'documentSha256' | 'consent'> & {
    strokes?: Strokes
  }
  /** PNG or JPEG bytes of a stored signature or company chop. */
  image?: Buffer
}

const titles = { client: '甲方（盖章）Party A', provider: '乙方（盖章）Party B' }
const blockHeight = 190

/** Both parties side by side, party A left. */
export function drawSignatures(pdf: Pdf, signatures: readonly PrintedSignature[]): void {
  keepTogether(pdf, blockHeight)
  const top = pdf.y
  for (const [column, party] of (['client', 'provider'] as const).entries()) {
    const signature = signatures.find(known => known.party === party)
    const x = page.margin + column * (contentWidth / 2 + 8)
    const width = contentWidth / 2 - 16
    pdf.x = x
    pdf.y = top
    heading(pdf, titles[party], 10, { width })
    text(pdf, signature?.company ?? '', 10, ink.text, { width })
    const y = pdf.y + 4
    pdf.rect(x, y, pad.width, pad.height).lineWidth(0.5).dash(3, { space: 2 }).strokeColor(ink.line).stroke().undash()
    if (signature?.evidence?.strokes) drawStrokes(pdf, signature.evidence.strokes, x, y)
    if (signature?.image) pdf.image(signature.image, x + 4, y + 4, { fit: [pad.width - 8, pad.height - 8] })
    pdf.x = x
    pdf.y = y + pad.height + 4
    const { evidence } = signature ?? {}
    text(pdf, `经办人 Signatory  ${evidence ? `${evidence.name}，${evidence.title}` : ''}`, 9.5, ink.text, { width })
    text(pdf, `日期 Date  ${signature?.on ?? ''}`, 9.5, ink.text, { width })
  }
  pdf.x = page.margin
  pdf.y = top + blockHeight
}

/** What was recorded of signatures on the screen: enough to check them against the stored PDF. */
export function drawEvidence(pdf: Pdf, signatures: readonly PrintedSignature[]): void {
  for (const { party, evidence, at, on, company } of signatures) {
    keepTogether(pdf, 90)
    heading(pdf, `${party === 'client' ? '甲方 Party A' : '乙方 Party B'} · ${company}`, 10)
    if (!evidence) {
      text(pdf, `纸面签署，${on ?? ''}，扫描件存档。Signed on paper; the scan is kept.`, 9, ink.soft)
    } else {
      text(pdf, `姓名 Name  ${evidence.name}    职务 Title  ${evidence.title}`, 9)
      text(pdf, `时间 Time  ${at ?? ''}    来源地址 Address  ${evidence.address}    账户 Account  ${evidence.account}`, 9)
      text(pdf, `文件指纹 sha256  ${evidence.documentSha256}`, 8.5, ink.soft)
      text(pdf, `${evidence.consent.zh}`, 9, ink.soft)
      text(pdf, `${evidence.consent.en}`, 8.5, ink.faint)
    }
    pdf.moveDown(0.6)
  }
}
