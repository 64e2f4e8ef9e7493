import PDFDocument from 'pdfkit'
import { pdfFont } from './font.ts'

/** A4 in points. */
export const page = { width: 595.28, height: 841.89, margin: 56 }
export const contentWidth = page.width - 2 * page.margin
export const ink = { text: '#17181C', soft: '#4E515A', faint: '#676A74', line: '#CFD0D7', sunk: '#F3F3F5', seal: '#B5342B' }

export type Pdf = PDFKit.PDFDocument

export type SheetInfo = {
  title: string
  author: string
  /** Instant of the facts, not of the rendering: the same facts give the same bytes. */
  asOf: string
  /** Left part of every page's foot. */
  foot: string
}

/**
 * Lays out one PDF and gives its bytes. `draw` writes from top to bottom; pages follow by themselves; the foot with page numbers
 * is added at the end. Nothing of the moment of rendering goes in, so equal input gives equal bytes.
 */
export async function renderPdf(info: SheetInfo, draw: (pdf: Pdf) => void): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: page.margin + 14 },
    bufferPages: true,
    font: pdfFont() as unknown as string,
    info: { Title: info.title, Author: info.author, Creator: 'Pactdesk', CreationDate: new Date(info.asOf) },
    lang: 'zh-CN',
    displayTitle: true,
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  draw(pdf)
  drawFeet(pdf, info.foot)
  pdf.end()
  return done
}

function drawFeet(pdf: Pdf, foot: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    const bottom = pdf.page.margins.bottom
    pdf.page.margins.bottom = 0
    const y = page.height - page.margin + 6
    pdf.fontSize(8).fillColor(ink.faint)
    pdf.text(foot, page.margin, y, { width: contentWidth - 80, lineBreak: false, ellipsis: true })
    pdf.text(`${at - start + 1} / ${count}`, page.margin + contentWidth - 80, y, { width: 80, align: 'right', lineBreak: false })
    pdf.page.margins.bottom = bottom
  }
}

/** Starts a new page unless `height` points are left on this one. */
export function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > page.height - pdf.page.margins.bottom) pdf.addPage()
}

/** A heading; the font has one weight, so a thin outline makes it bold. */
export function heading(pdf: Pdf, text: string, size: number, options: PDFKit.Mixins.TextOptions = {}): void {
  pdf.fontSize(size).fillColor(ink.text).strokeColor(ink.text).lineWidth(0.3)
  pdf.text(text, { ...options, fill: true, stroke: true })
}

/** Heading of a part of a page, with air around it. */
export function section(pdf: Pdf, title: string): void {
  keepTogether(pdf, 48)
  pdf.moveDown(0.3)
  heading(pdf, title, 11)
  pdf.moveDown(0.3)
}

export const text = (pdf: Pdf, words: string, size = 10, color = ink.text, options: PDFKit.Mixins.TextOptions = {}): void => {
  pdf
    .fontSize(size)
    .fillColor(color)
    .text(words, { lineGap: 3, ...options })
}

/** A hairline across the page at the current height. */
export function rule(pdf: Pdf): void {
  pdf
    .moveTo(page.margin, pdf.y)
    .lineTo(page.margin + contentWidth, pdf.y)
    .lineWidth(0.5)
    .strokeColor(ink.line)
    .stroke()
}
