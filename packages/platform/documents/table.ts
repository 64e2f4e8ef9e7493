import { contentWidth, ink, keepTogether, type Pdf, page } from './sheet.ts'

export type Column = { title: string; width: number; align?: 'left' | 'right' }

const padding = 4
const size = 9

/** A table over the page's width: `width`s are shares. Its head is repeated on each page; a row is never torn apart. */
export function drawTable(
  pdf: Pdf,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  foot: readonly string[][] = [],
) {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => (width / whole) * contentWidth)
  const titles = columns.map(({ title }) => title)
  const height = (cells: readonly string[]) =>
    Math.max(...cells.map((cell, at) => pdf.fontSize(size).heightOfString(cell, { width: widths[at]! - 2 * padding }))) +
    2 * padding
  const drawRow = (cells: readonly string[], kind: 'head' | 'row' | 'foot') => {
    const tall = height(cells)
    const y = pdf.y
    if (kind === 'head') pdf.rect(page.margin, y, contentWidth, tall).fill(ink.sunk)
    let x = page.margin
    for (const [at, cell] of cells.entries()) {
      pdf.fontSize(size).fillColor(kind === 'head' ? ink.soft : ink.text)
      pdf.text(cell, x + padding, y + padding, { width: widths[at]! - 2 * padding, align: columns[at]!.align ?? 'left' })
      x += widths[at]!
    }
    pdf.moveTo(page.margin, y + tall).lineTo(page.margin + contentWidth, y + tall)
    pdf
      .lineWidth(kind === 'foot' ? 1 : 0.5)
      .strokeColor(ink.line)
      .stroke()
    pdf.x = page.margin
    pdf.y = y + tall
  }
  keepTogether(pdf, height(titles) + (rows[0] ? height(rows[0]) : 0))
  drawRow(titles, 'head')
  for (const [kind, list] of [
    ['row', rows],
    ['foot', foot],
  ] as const) {
    for (const cells of list) {
      const { count } = pdf.bufferedPageRange()
      keepTogether(pdf, height(cells))
      if (pdf.bufferedPageRange().count > count) drawRow(titles, 'head')
      drawRow(cells, kind)
    }
  }
  pdf.moveDown(0.6)
}

/** Pairs of label and value, two columns a row. */
export function drawFields(pdf: Pdf, fields: readonly (readonly [label: string, value: string])[]): void {
  const width = contentWidth / 2 - 8
  const tall = ([label, value]: readonly [string, string]) =>
    pdf.fontSize(9.5).heightOfString(`${label}  ${value}`, { width, lineGap: 2 })
  for (let at = 0; at < fields.length; at += 2) {
    const pair = fields.slice(at, at + 2)
    const height = Math.max(...pair.map(tall))
    keepTogether(pdf, height)
    const y = pdf.y
    for (const [column, [label, value]] of pair.entries()) {
      const x = page.margin + column * (width + 16)
      pdf.fontSize(9.5).fillColor(ink.faint).text(`${label}  `, x, y, { width, continued: true, lineGap: 2 })
      pdf.fillColor(ink.text).text(value || '—')
    }
    pdf.x = page.margin
    pdf.y = y + height + 3
  }
}
