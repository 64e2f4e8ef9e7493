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
