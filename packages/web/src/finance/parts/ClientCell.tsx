import { ClientMark } from '../../parts/marks/Avatar.tsx'
import type { ClientName } from './use-finance.ts'

/** A client's mark and name. */
export function ClientCell({ client }: { client: ClientName }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' }}>
      <ClientMark name={client.name} mark={client.mark} />
      {client.name}
    </span>
  )
}
