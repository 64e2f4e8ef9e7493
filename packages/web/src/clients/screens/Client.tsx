import { getClient } from '@pactdesk/domain/tenancy/routes'
import { useParams } from '@tanstack/react-router'
import * as z from 'zod'
import { problemOf } from '../../api/problem.ts'
import { useApiQuery } from '../../api/query.ts'
import { ViewList } from '../../contracts/list/ViewList.tsx'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { ClientMark } from '../../parts/marks/Avatar.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { ContractsOf } from '../tabs/ContractsOf.tsx'
import { Devices } from '../tabs/Devices.tsx'
import { People } from '../tabs/People.tsx'
import { Profile } from '../tabs/Profile.tsx'
import { Sites } from '../tabs/Sites.tsx'

const tabs = ['profile', 'sites', 'people', 'devices', 'contracts'] as const
const Address = z.object({ tab: z.enum(tabs).catch('profile').default('profile') })

/** One client: who they are, where, with what, and what was agreed. */
export default function Client() {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [{ tab }, change] = useAddress(Address)
  const client = useApiQuery(getClient, { params: { client: id } })
  if (problemOf(client.error)?.status === 404) return <NoSuchPage />
  const known = client.data?.value
  const name = known ? inLanguage(known.name, language) : id
  return (
    <ConsolePage
      bare={tab !== 'profile'}
      zone={known?.billingZone}
      crumbs={[
        { label: t('title'), to: '/clients' },
        { label: name, mark: <ClientMark mark={known?.mark} name={name} /> },
      ]}
      views={
        <ViewList
          label={name}
          views={tabs.map(one => ({ name: one, label: t(`tab.${one}`) }))}
          counts={undefined}
          chosen={tab}
          onChoose={one => change({ tab: one })}
        />
      }
    >
      <Region query={client} failed={t('failed.client')} shape="lines" count={6}>
        {({ value }) =>
          ({
            profile: () => <Profile client={value} />,
            sites: () => <Sites client={id} zone={value.billingZone} />,
            people: () => <People client={id} />,
            devices: () => <Devices client={id} name={name} zone={value.billingZone} />,
            contracts: () => <ContractsOf client={id} />,
          })[tab]()
        }
      </Region>
    </ConsolePage>
  )
}
