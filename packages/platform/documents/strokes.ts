import type { Strokes } from '@pactdesk/domain/outsourcing/contract/index'
import type { Pdf } from './sheet.ts'

/** Where a signature is drawn, in points. */
export const pad = { width: 190, height: 70 }

/** The pen's own lines, scaled into the pad; a single point becomes a dot. */
export function drawStrokes(pdf: Pdf, { width, height, lines }: Strokes, x: number, y: number): void {
  const scale = Math.min((pad.width - 8) / width, (pad.height - 8) / height)
  pdf
    .save()
    .translate(x + 4, y + 4)
    .scale(scale)
    .lineWidth(1.4 / scale)
    .lineCap('round')
    .lineJoin('round')
    .strokeColor('#1B2A6B')
  for (const line of lines) {
    pdf.moveTo(line[0]!, line[1]!)
    if (line.length < 4) pdf.lineTo(line[0]! + 0.1, line[1]!)
    for (let at = 2; at + 1 < line.length; at += 2) pdf.lineTo(line[at]!, line[at + 1]!)
    pdf.stroke()
  }
  pdf.restore()
}
