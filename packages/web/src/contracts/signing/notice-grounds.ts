import type { EndGround } from '@pactdesk/domain/outsourcing/contract/contract'
import type { PartyRole } from '@pactdesk/domain/outsourcing/contract/signature'

/** Who ends it and on which ground of clause 4, as a notice says it. Force majeure and agreed grounds are noted for who gives notice: us. */
export const noticeGrounds = {
  client: { by: 'client', ground: 'none' },
  'client-4(1)': { by: 'client', ground: '4(1)' },
  provider: { by: 'provider', ground: 'none' },
  'provider-4(2)': { by: 'provider', ground: '4(2)' },
  'force-majeure-4(3)': { by: 'provider', ground: '4(3)' },
  'agreed-4(4)': { by: 'provider', ground: '4(4)' },
} as const satisfies Record<string, { by: PartyRole; ground: EndGround }>
