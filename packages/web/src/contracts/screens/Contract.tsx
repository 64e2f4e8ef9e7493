import { Button, Menu, SegmentedControl } from '@mantine/core'
import { getContract } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { getClient } from '@pactdesk/domain/tenancy/routes'
import { IconDots, IconFilePlus } from '@tabler/icons-react'
import { useState } from 'react'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { formatDate } from '../../format/date.ts'
import type { Language } from '../../format/language.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { ClientMark } from '../../parts/marks/Avatar.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { Header } from '../living/Header.tsx'
import { LivingPage, useLiving } from '../living/LivingPage.tsx'
import css from '../living/living.module.css'
import { Outline } from '../living/Outline.tsx'
import { sectionsOf } from '../living/sections.ts'
import { useContractPlace } from '../place.ts'
import { DialogHost } from '../signing/DialogHost.tsx'
import type { ContractDialog } from '../signing/dialogs.ts'
import { NextStep } from '../signing/NextStep.tsx'
import { SignedFile } from '../signing/SignedFile.tsx'
import { ContractWords } from '../text/ContractWords.tsx'

const Address = z.object({ version: z.coerce.number().int().positive().optional() })

/** One contract: on its way to the signatures, or alive. */
export default function Contract() {
  const { t } = useTranslation('contracts')
  const { place, list, missing } = useContractPlace()
  const contract = useApiQuery(
    getContract,
    { params: place ?? { client: '', contract: '' } },
    { enabled: place !== undefined, live: true },
  )
  if (missing) return <NoSuchPage />
  const known = contract.data?.value
  if (!known)
    return (
      <ConsolePage crumbs={[{ label: t('title'), to: '/contracts' }, { label: '…' }]}>
        <Region
          query={place ? contract : (list as unknown as typeof contract)}
          failed={t('failed.contract')}
          shape="lines"
          count={10}
        >
          {() => null}
        </Region>
      </ConsolePage>
    )
  return <Loaded contract={known} />
}

function Loaded({ contract }: { contract: ContractView }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const [{ version }, change] = useAddress(Address)
  const [dialog, setDialog] = useState<ContractDialog>()
  const client = useApiQuery(getClient, { params: { client: contract.client } })
  const living = useLiving(contract)
  const name = client.data ? inLanguage(client.data.value.name, language) : contract.clientName
  const binding = contract.status === 'active' || contract.status === 'ended'
  return (
    <ConsolePage
      bare
      zone={contract.terms.billingZone}
      crumbs={[
        { label: t('title'), to: '/contracts' },
        { label: name, to: `/clients/${contract.client}`, mark: <ClientMark mark={client.data?.value.mark} name={name} /> },
        { label: contract.number },
      ]}
      action={<More contract={contract} onOpen={setDialog} />}
      views={
        binding && (
          <Outline sections={sectionsOf(contract.clauses, living.data?.value.clauses)} living={living.data?.value}>
            <RenewalCard contract={contract} onOpen={setDialog} />
          </Outline>
        )
      }
    >
      {binding ? (
        <LivingPage contract={contract} portal={false} version={version} onVersion={next => change({ version: next })} />
      ) : (
        <OnItsWay contract={contract} onOpen={setDialog} />
      )}
      <DialogHost contract={contract} dialog={dialog} onClose={() => setDialog(undefined)} />
    </ConsolePage>
  )
}

/** Before it binds: the words to be signed, and what happens next. */
function OnItsWay({ contract, onOpen }: { contract: ContractView; onOpen: (dialog: ContractDialog) => void }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const [shown, setShown] = useState<Language | 'both'>(language)
  return (
    <div className={css.page}>
      <Header contract={contract} living={undefined} portal={false} />
      <div className={`${css.split} ${css.plain}`}>
        <div>
          <SegmentedControl
            size="xs"
            mb={16}
            value={shown}
            onChange={next => setShown(next as typeof shown)}
            data={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
              { value: 'both', label: t('draft.both') },
            ]}
          />
          <ContractWords text={contract} terms={contract.terms} languages={shown === 'both' ? ['zh-CN', 'en'] : [shown]} />
        </div>
        <div>
          <NextStep contract={contract} onOpen={onOpen} />
        </div>
      </div>
    </div>
  )
}

function RenewalCard({ contract, onOpen }: { contract: ContractView; onOpen: (dialog: ContractDialog) => void }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  if (!contract.actions.includes('draft-renewal')) return null
  return (
    <section className={css.card}>
      <strong>{t('renew.card')}</strong>
      <p>{t('renew.cardText', { on: formatDate(contract.lastDay, language, 'plain') })}</p>
      <Button size="xs" leftSection={<IconFilePlus size={16} stroke={1.6} />} onClick={() => onOpen('renew')}>
        {t('renew.action')}
      </Button>
    </section>
  )
}

function More({ contract, onOpen }: { contract: ContractView; onOpen: (dialog: ContractDialog) => void }) {
  const { t } = useTranslation('contracts')
  const may = (action: string): boolean => contract.actions.includes(action)
  const editor = useHasRole('admin', 'account-manager')
  return (
    <>
      <SignedFile contract={contract} />
      {editor && (may('give-notice') || may('take-back-notice')) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button aria-label={t('more')} px={8}>
              <IconDots size={18} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may('give-notice') && <Menu.Item onClick={() => onOpen('notice')}>{t('notice.menu')}</Menu.Item>}
            {may('take-back-notice') && <Menu.Item onClick={() => onOpen('take-back')}>{t('takeBack.action')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
