import * as z from 'zod'
import { Instant } from '../../kernel/time.ts'
import { Severity } from '../../service-delivery/service-level/target.ts'

export type Side = 'client' | 'provider'

/** One side's view. Severe means that the whole network is unable to work (3(7)); a server fault alone is not. */
export const SeverityOpinion = z
  .object({
    severity: Severity,
    wholeNetworkDown: z.boolean(),
    note: z.string().max(300).optional(),
    by: z.object({ id: z.string().max(128), name: z.string().max(120) }),
    at: Instant,
  })
  .meta({ id: 'SeverityOpinion' })
export type SeverityOpinion = z.infer<typeof SeverityOpinion>

/** Both are kept; clocks run under both until one side yields by saying the same. */
export const SeverityOpinions = z
  .object({ client: SeverityOpinion.optional(), provider: SeverityOpinion.optional() })
  .meta({ id: 'SeverityOpinions' })
export type SeverityOpinions = z.infer<typeof SeverityOpinions>

/** What holds: the common view, the only one, ordinary where nobody has said anything; undefined while they differ. */
export function agreedSeverity({ client, provider }: SeverityOpinions): Severity | undefined {
  const [a, b] = [client?.severity ?? provider?.severity, provider?.severity ?? client?.severity]
  return a === b ? (a ?? 'ordinary') : undefined
}

/** As the clocks take them. */
export const severityFacts = ({ client, provider }: SeverityOpinions) => ({
  ...(client && { client: client.severity }),
  ...(provider && { provider: provider.severity }),
})
