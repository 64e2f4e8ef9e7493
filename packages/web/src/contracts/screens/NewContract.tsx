import { Button, Select } from '@mantine/core'
import { listClients } from '@pactdesk/domain/tenancy/routes'
import { Link } from '@tanstack/react-router'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { ClientMark } from '../../parts/marks/Avatar.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { DraftForm } from '../draft/DraftForm.tsx'
import { useDraftSources } from '../draft/sources.ts'

const Address = z.object({
  client: z.string().optional(),
  /** Id of the draft to change. */
  draft: z.string().optional(),
  /** Record a contract that was signed on paper before. */
  record: z.coerce.boolean().default(false),
})

/** A new contract from the template, a draft to change, or a paper contract to record: form and words side by side. */
export default function NewContract() {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const [{ client, draft, record }, change] = useAddress(Address)
  const sources = useDraftSources(client, draft, kind => t(`feeItem.${kind}`))
  const mayEdit = useHasRole('admin', 'account-manager')
  if (!mayEdit) return <NoSuchPage />
  const known = sources.data?.client
  const here = draft ? (sources.data?.draft?.number ?? t('draft.change')) : t(record ? 'record.title' : 'draft.title')
  return (
    <ConsolePage
      bare
      zone={sources.data?.zone}
      crumbs={[
        { label: t('title'), to: '/contracts' },
        ...(known
          ? [
              {
                label: inLanguage(known.name, language),
                to: `/clients/${known.id}`,
                mark: <ClientMark mark={known.mark} name={inLanguage(known.name, language)} />,
              },
            ]
          : []),
        { label: here },
      ]}
    >
      {client ? (
        <Region query={sources} failed={t('failed.sources')} shape="lines" count={12}>
          {data => (
            <DraftForm
              key={`${client} ${draft ?? ''} ${record} ${sources.dataUpdatedAt}`}
              client={client}
              sources={data}
              record={record}
              onReload={() => void sources.refetch()}
            />
          )}
        </Region>
      ) : (
        <ChooseClient onChoose={key => change({ client: key })} />
      )}
    </ConsolePage>
  )
}

function ChooseClient({ onChoose }: { onChoose: (client: string) => void }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const clients = useApiQuery(listClients, { query: { limit: 200 } })
  return (
    <div style={{ maxWidth: 480, padding: 24 }}>
      <Region query={clients} failed={t('failed.clients')}>
        {({ value }) =>
          value.items.length === 0 ? (
            <EmptyState
              kind="not-begun"
              title={t('draft.noClients')}
              action={
                <Button component={Link} to="/clients" variant="filled">
                  {t('draft.addClient')}
                </Button>
              }
            >
              {t('draft.noClientsText')}
            </EmptyState>
          ) : (
            <Select
              label={t('draft.chooseClient')}
              placeholder={t('draft.chooseClientHint')}
              searchable
              data={value.items
                .filter(({ status }) => status === 'active')
                .map(({ id, name }) => ({ value: id, label: `${inLanguage(name, language)} · ${id}` }))}
              onChange={key => key && onChoose(key)}
            />
          )
        }
      </Region>
    </div>
  )
}
