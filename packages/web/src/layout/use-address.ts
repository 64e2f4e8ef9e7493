import { useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'

/**
 * Filter, sort and the like live in the address: reads them through `schema` (what can't be read falls back to its
 * defaults) and writes changes without a new step in the history.
 */
export function useAddress<Schema extends z.ZodType<Record<string, unknown>>>(
  schema: Schema,
): readonly [z.output<Schema>, (change: Partial<z.output<Schema>>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const read = schema.safeParse(search)
  const value = read.success ? read.data : schema.parse({})
  const change = (part: Partial<z.output<Schema>>): void =>
    void navigate({ to: '.', replace: true, search: ((old: object) => ({ ...old, ...part })) as never })
  return [value, change]
}
