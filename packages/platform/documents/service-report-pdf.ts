import type { Strokes } from '@pactdesk/domain/outsourcing/contract/index'
import { contentWidth, heading, ink, keepTogether, page, renderPdf, rule, section, text } from './sheet.ts'
import { drawStrokes, pad } from './strokes.ts'
import { drawFields, drawTable } from './table.ts'

/** What a visit's service report (服务单) tells; times are local and already in words of the reader. */
export type ServiceReportPdf = {
  number: string
  provider: string
  client: string
  site: string
  contractNumber?: string
  technician: string
  /** `2026-10-14`. */
  date: string
  travelFrom?: string
  arrivedAt?: string
  begunAt?: string
  finishedAt?: string
  /** Tickets worked on, with what was done for each. */
  tickets: readonly { number: string; subject: string; outcome: string; minutes: number }[]
  /** The checklist of the contract, device by device. */
  checks: readonly { device: string; task: string; clause: string; result: string }[]
  parts: readonly { name: string; quantity: string; device?: string; ticket?: string }[]
  remarks?: string
  /** The client's person; absent when the visit was left unsigned, with the reason. */
  signature?: { name: string; at: string; strokes?: Strokes; image?: Buffer }
  unsignedReason?: string
  asOf: string
}

/** Service report: one or more pages, the client's signature last. Same arguments, same bytes. */
export function serviceReportPdf(report: ServiceReportPdf): Promise<Buffer> {
  const title = `服务单 ${report.number}`
  return renderPdf({ title, author: report.provider, asOf: report.asOf, foot: `${title}  ·  ${report.client}` }, pdf => {
    heading(pdf, '服务单 Service report', 20)
    text(pdf, report.number, 12, ink.soft)
    pdf.moveDown(0.6)
    drawFields(pdf, [
      ['客户 Client', report.client],
      ['服务方 Provider', report.provider],
      ['地点 Site', report.site],
      ['工程师 Technician', report.technician],
      ['日期 Date', report.date],
      ['合同 Contract', report.contractNumber ?? ''],
      ['出发 Travel from', report.travelFrom ?? ''],
      ['到场 Arrived', report.arrivedAt ?? ''],
      ['开始 Begun', report.begunAt ?? ''],
      ['结束 Finished', report.finishedAt ?? ''],
    ])
    pdf.moveDown(0.3)
    rule(pdf)
    pdf.moveDown(0.6)
    if (report.tickets.length > 0) {
      section(pdf, '工作 Work')
      drawTable(
        pdf,
        [
          { title: '单号 No.', width: 16 },
          { title: '事项 Subject', width: 40 },
          { title: '结果 Outcome', width: 30 },
          { title: '分钟 Min', width: 14, align: 'right' },
        ],
        report.tickets.map(ticket => [ticket.number, ticket.subject, ticket.outcome, String(ticket.minutes)]),
      )
    }
    if (report.checks.length > 0) {
      section(pdf, '维护清单 Checklist')
      drawTable(
        pdf,
        [
          { title: '设备 Device', width: 20 },
          { title: '项目 Task', width: 46 },
          { title: '条款 Clause', width: 14 },
          { title: '结果 Result', width: 20 },
        ],
        report.checks.map(check => [check.device, check.task, check.clause, check.result]),
      )
    }
    if (report.parts.length > 0) {
      section(pdf, '配件 Parts')
      drawTable(
        pdf,
        [
          { title: '名称 Name', width: 46 },
          { title: '数量 Qty', width: 14, align: 'right' },
          { title: '设备 Device', width: 20 },
          { title: '工单 Ticket', width: 20 },
        ],
        report.parts.map(part => [part.name, part.quantity, part.device ?? '', part.ticket ?? '']),
      )
    }
    if (report.remarks) {
      section(pdf, '备注 Remarks')
      text(pdf, report.remarks, 10)
      pdf.moveDown(0.5)
    }
    drawClientSignature(pdf, report)
  })
}

function drawClientSignature(pdf: PDFKit.PDFDocument, { signature, unsignedReason }: ServiceReportPdf): void {
  keepTogether(pdf, pad.height + 60)
  section(pdf, '客户确认 Confirmed by the client')
  if (!signature) {
    text(pdf, `未签字 Not signed${unsignedReason ? `：${unsignedReason}` : ''}`, 10, ink.soft)
    return
  }
  const y = pdf.y + 4
  pdf.rect(page.margin, y, pad.width, pad.height).lineWidth(0.5).strokeColor(ink.line).stroke()
  if (signature.strokes) drawStrokes(pdf, signature.strokes, page.margin, y)
  if (signature.image) pdf.image(signature.image, page.margin + 4, y + 4, { fit: [pad.width - 8, pad.height - 8] })
  pdf.x = page.margin
  pdf.y = y + pad.height + 4
  text(pdf, `${signature.name}    ${signature.at}`, 9.5, ink.text, { width: contentWidth })
}
