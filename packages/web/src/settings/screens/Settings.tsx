import { getProvider } from '@pactdesk/domain/tenancy/routes'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { ViewList } from '../../contracts/list/ViewList.tsx'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { Region } from '../../parts/states/Region.tsx'
import { ProviderForm } from '../ProviderForm.tsx'
import { Staff } from '../Staff.tsx'

const tabs = ['provider', 'staff'] as const
const Address = z.object({ tab: z.enum(tabs).catch('provider').default('provider') })

/** What only an administrator may change: the provider itself, and its people. */
export default function Settings() {
  const { t } = useTranslation('settings')
  const [{ tab }, change] = useAddress(Address)
  const admin = useHasRole('admin')
  const provider = useApiQuery(getProvider, {})
  if (!admin) return <NoSuchPage />
  return (
    <ConsolePage
      bare={tab === 'staff'}
      crumbs={[{ label: t('title') }]}
      views={
        <ViewList
          label={t('title')}
          views={tabs.map(name => ({ name, label: t(`tab.${name}`) }))}
          counts={undefined}
          chosen={tab}
          onChoose={name => change({ tab: name })}
        />
      }
    >
      {tab === 'staff' ? (
        <Staff />
      ) : (
        <Region query={provider} failed={t('provider.failed')} shape="lines" count={8}>
          {({ value, etag }) =>
            value.settings && (
              <ProviderForm key={etag ?? ''} settings={value.settings} etag={etag} onReload={() => void provider.refetch()} />
            )
          }
        </Region>
      )}
    </ConsolePage>
  )
}
