import type { Aggregate } from '@pactdesk/domain/kernel/aggregate'

// biome-ignore lint/suspicious/noExplicitAny: aggregates of all kinds in one list
export type AnyAggregate = Aggregate<any, any>

/** Every aggregate the product keeps: what `verify` checks, `rebuild` recomputes and the tick can wake. */
export const aggregates: readonly AnyAggregate[] = []
