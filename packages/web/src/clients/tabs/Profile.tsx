import { Button } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { getClient, listClients, setClientStatus } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import css from '../clients.module.css'
import { ClientForm } from '../forms/ClientForm.tsx'

const taxFields = ['title', 'number', 'address', 'phone', 'bank', 'account'] as const

/** Who the client is, and the title under which it wants its bills. */
export function Profile({ client }: { client: ResponseOf<typeof getClient> }) {
  const { t } = useTranslation('clients')
  const text = useProblemText()
  const [editing, setEditing] = useState(false)
  const status = useApiMutation(setClientStatus, { refreshes: [getClient, listClients] })
  const may = (action: string): boolean => client.actions.includes(action)
  const place = { params: { client: client.id } }
  const end = (): void => {
    void status.send({ ...place, body: { status: 'ended' } }).then(answer => {
      if (answer) sayDone(t('client.ended'), () => void status.send({ ...place, body: { status: 'active' } }))
    })
  }
  return (
    <section className={css.card}>
      <header>
        <h2>{t('tab.profile')}</h2>
        <span className={css.buttons}>
          {may('change') && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
          {may('end') && (
            <Button loading={status.pending} onClick={end}>
              {t('client.end')}
            </Button>
          )}
          {may('reactivate') && (
            <Button loading={status.pending} onClick={() => void status.send({ ...place, body: { status: 'active' } })}>
              {t('client.reactivate')}
            </Button>
          )}
        </span>
      </header>
      {status.error !== null && (
        <p className={css.error} role="alert">
          {text(status.error)}
        </p>
      )}
      <dl className={css.facts}>
        <dt>{t('nameZh')}</dt>
        <dd lang="zh-CN">{client.name.zh}</dd>
        <dt>{t('nameEn')}</dt>
        <dd lang="en">{client.name.en}</dd>
        <dt>{t('client.key')}</dt>
        <dd>{client.id}</dd>
        <dt>{t('client.status')}</dt>
        <dd>{t(`client.state.${client.status}`)}</dd>
        <dt>{t('zone')}</dt>
        <dd>{client.billingZone}</dd>
        {taxFields.map(field => (
          <Row key={field} label={t(`tax.${field}`)} value={client.tax?.[field]} />
        ))}
      </dl>
      {editing && <ClientForm client={client} zone={client.billingZone} onClose={() => setEditing(false)} />}
    </section>
  )
}

const Row = ({ label, value }: { label: string; value: string | undefined }) => (
  <>
    <dt>{label}</dt>
    <dd>{value ?? '–'}</dd>
  </>
)
