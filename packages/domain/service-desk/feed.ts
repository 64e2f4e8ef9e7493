import * as z from 'zod'
import { Instant } from '../kernel/time.ts'

/** That something happened to a record; what, is read from the record itself. */
export const FeedItem = z
  .object({
    type: z.string(),
    at: Instant,
    /** `ticket/LANHAI-12`. */
    agg: z.string(),
    client: z.string().optional(),
    v: z.int(),
  })
  .meta({ id: 'FeedItem' })
export type FeedItem = z.infer<typeof FeedItem>

/** Events since a place in the feed. `reset`: the place is too old or too much happened; read the lists anew. */
export const FeedPage = z
  .object({ items: z.array(FeedItem), next: Instant, reset: z.boolean().optional(), asOf: Instant })
  .meta({ id: 'FeedPage' })
export type FeedPage = z.infer<typeof FeedPage>

/** Place in the feed: an instant, up to which everything was told. */
export const FeedQuery = z.object({ since: Instant.optional() })
