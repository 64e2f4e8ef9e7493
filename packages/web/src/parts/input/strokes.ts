export type Point = { x: number; y: number }
export type Stroke = readonly Point[]

/** Line of ink: quadratic curves through the middles, so that a quick hand still looks like one. */
export function drawStroke(pen: CanvasRenderingContext2D, stroke: Stroke): void {
  const [first, ...rest] = stroke
  if (!first) return
  pen.beginPath()
  pen.moveTo(first.x, first.y)
  if (rest.length === 0) pen.lineTo(first.x + 0.1, first.y)
  let before = first
  for (const point of rest) {
    pen.quadraticCurveTo(before.x, before.y, (before.x + point.x) / 2, (before.y + point.y) / 2)
    before = point
  }
  pen.lineTo(before.x, before.y)
  pen.stroke()
}

/** A signature has been given when there is more than a touch: at least 40 px of ink. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  let ink = 0
  for (const stroke of strokes)
    for (let at = 1; at < stroke.length; at++) {
      const [from, to] = [stroke[at - 1], stroke[at]]
      if (from && to) ink += Math.hypot(to.x - from.x, to.y - from.y)
    }
  return ink >= 40
}

/** Ink as it is kept with a signature: whole pixels of a pad of `width` × `height`, each line `x0, y0, x1, y1, …`. */
export type Ink = { width: number; height: number; lines: number[][] }

const mostLines = 200
const mostPoints = 1000

/** Long strokes are thinned evenly to 1,000 points and keep their ends; after 200 strokes nobody writes a name any more. */
export function inkOf(strokes: readonly Stroke[], { width, height }: { width: number; height: number }): Ink {
  const lines = strokes.slice(0, mostLines).map(stroke => {
    const step = Math.max(1, (stroke.length - 1) / (mostPoints - 1))
    const count = Math.min(stroke.length, mostPoints)
    return Array.from({ length: count }, (_, at) => stroke[Math.round(at * step)] ?? stroke[stroke.length - 1])
      .filter(point => point !== undefined)
      .flatMap(({ x, y }) => [inside(x), inside(y)])
  })
  return { width: Math.round(width), height: Math.round(height), lines: lines.filter(line => line.length > 0) }
}

/** A hand that slips off the pad stays within what is accepted. */
const inside = (pixel: number): number => Math.max(-100, Math.min(4100, Math.round(pixel)))
