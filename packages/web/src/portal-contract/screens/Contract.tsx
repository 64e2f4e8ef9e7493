import { Button, Select } from '@mantine/core'
import { getContract, listContractsOfClient } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole, useWho } from '../../auth/who.ts'
import { LivingPage } from '../../contracts/living/LivingPage.tsx'
import { SignedFile } from '../../contracts/signing/SignedFile.tsx'
import { formatDateRange } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import css from '../sign.module.css'

const Address = z.object({ id: z.string().optional(), version: z.coerce.number().int().positive().optional() })

const binding = ({ status }: ContractRow): boolean => status === 'active' || status === 'ended'

/** The owner's contract: what waits for their signature, and the one in force, alive and without the provider's own figures. */
export default function Contract() {
  const { t } = useTranslation('portal-contract')
  const { membership } = useWho()
  const owner = useHasRole('client-owner')
  const client = membership.client ?? ''
  const rows = useApiQuery(listContractsOfClient, { params: { client }, query: { limit: 50 } }, { enabled: owner, live: true })
  useEffect(() => {
    document.title = t('title')
  }, [t])
  if (!owner) return <NoSuchPage />
  return (
    <Region query={rows} failed={t('failed')} shape="lines" count={10}>
      {({ value }) => <Contracts client={client} rows={value.items} />}
    </Region>
  )
}

function Contracts({ client, rows }: { client: string; rows: readonly ContractRow[] }) {
  const { t } = useTranslation('portal-contract')
  const language = useLanguage()
  const [{ id, version }, change] = useAddress(Address)
  const waiting = rows.filter(({ status }) => status === 'signed-by-provider')
  const signed = rows.filter(binding)
  const chosen = signed.find(row => row.id === id) ?? signed.find(({ status }) => status === 'active') ?? signed[0]
  return (
    <>
      {waiting.map(row => (
        <section key={row.id} className={css.invite}>
          <div>
            <strong>{t('invite.title', { number: row.number })}</strong>
            <p>{`${formatMoney(row.total, language)} · ${formatDateRange(row.firstDay, row.lastDay, language)}`}</p>
          </div>
          <Button component={Link} to="/portal/sign/$id" params={{ id: row.id } as never} variant="filled">
            {t('invite.action')}
          </Button>
        </section>
      ))}
      {signed.length > 1 && (
        <Select
          mb={12}
          maw={320}
          label={t('choose')}
          allowDeselect={false}
          value={chosen?.id ?? null}
          data={signed.map(row => ({
            value: row.id,
            label: `${row.number} · ${formatDateRange(row.firstDay, row.lastDay, language)}`,
          }))}
          onChange={next => change({ id: next ?? undefined })}
        />
      )}
      {chosen && (
        <One key={chosen.id} client={client} id={chosen.id} version={version} onVersion={next => change({ version: next })} />
      )}
      {rows.length === 0 && (
        <EmptyState kind="not-begun" title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      )}
      {!chosen && rows.some(({ status }) => status === 'offered') && (
        <EmptyState kind="not-begun" title={t('waiting.title')}>
          {t('waiting.text')}
        </EmptyState>
      )}
    </>
  )
}

type OneProps = { client: string; id: string; version: number | undefined; onVersion: (version: number | undefined) => void }

function One({ client, id, version, onVersion }: OneProps) {
  const { t } = useTranslation('portal-contract')
  const contract = useApiQuery(getContract, { params: { client, contract: id } }, { live: true })
  return (
    <Region query={contract} failed={t('failed')} shape="lines" count={10}>
      {({ value }) => (
        <>
          <div className={css.card}>
            <LivingPage contract={value} portal version={version} onVersion={onVersion} />
          </div>
          <SignedFile contract={value} />
        </>
      )}
    </Region>
  )
}
