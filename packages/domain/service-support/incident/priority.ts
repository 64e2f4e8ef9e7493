import * as z from 'zod'

export const levels = ['high', 'medium', 'low'] as const
/** How much is affected, how soon it hurts. */
export const Level = z.enum(levels).meta({ id: 'PriorityLevel' })
export type Level = z.infer<typeof Level>

/** P1 is touched first. */
export const Priority = z.enum(['P1', 'P2', 'P3', 'P4', 'P5']).meta({ id: 'Priority' })
export type Priority = z.infer<typeof Priority>

const Row = z.object({ high: Priority, medium: Priority, low: Priority })

/** Rows are impact, columns urgency. A provider may publish its own. */
export const PriorityMatrix = z.object({ high: Row, medium: Row, low: Row }).meta({ id: 'PriorityMatrix' })
export type PriorityMatrix = z.infer<typeof PriorityMatrix>

/** The widely used five-level table over a 3×3 of impact and urgency. */
export const standardMatrix: PriorityMatrix = {
  high: { high: 'P1', medium: 'P2', low: 'P3' },
  medium: { high: 'P2', medium: 'P3', low: 'P4' },
  low: { high: 'P3', medium: 'P4', low: 'P5' },
}

export const priorityOf = (matrix: PriorityMatrix, impact: Level, urgency: Level): Priority => matrix[impact][urgency]
