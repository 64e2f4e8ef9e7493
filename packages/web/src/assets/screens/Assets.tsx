import { Select } from '@mantine/core'
import * as z from 'zod'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { useClients } from '../../ticket/use-places.ts'
import css from '../list/assets.module.css'
import { Register } from '../list/Register.tsx'

const Address = z.object({ client: z.string().max(16).optional(), show: z.enum(['in-service', 'all']).default('in-service') })

/** Devices of a client: what stands where, since when, and what protects it. */
export default function Assets() {
  const { t } = useTranslation('assets')
  const [address, change] = useAddress(Address)
  const zone = useProviderZone()
  const { clients, clientOf, error, loading, retry } = useClients()
  const client = address.client ?? clients[0]?.id
  return (
    <ConsolePage crumbs={[{ label: t('title') }]}>
      {loading ? (
        <Skeletons count={8} />
      ) : error ? (
        <ErrorPanel title={t('failed')} error={error} onRetry={retry} />
      ) : client === undefined ? (
        <EmptyState kind="not-begun" title={t('noClient')}>
          {t('noClientText')}
        </EmptyState>
      ) : (
        <>
          <Select
            className={css.client}
            label={t('client')}
            value={client}
            allowDeselect={false}
            searchable
            data={clients.map(({ id, label }) => ({ value: id, label }))}
            onChange={next => next && change({ client: next })}
          />
          <Register
            key={client}
            client={client}
            name={clientOf(client).label}
            zone={zone}
            shown={address.show}
            onShow={show => change({ show })}
          />
        </>
      )}
    </ConsolePage>
  )
}
