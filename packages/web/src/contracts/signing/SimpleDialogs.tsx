import { Textarea, TextInput } from '@mantine/core'
import {
  discardContract,
  draftContractRenewal,
  getContract,
  listContracts,
  offerContract,
  takeBackContractNotice,
  withdrawContract,
} from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { nextNumber } from '../draft/number.ts'
import { StepDialog } from './dialog.tsx'

type Props = { contract: ContractView; opened: boolean; onClose: () => void }

const refreshes = [getContract, listContracts]
const place = ({ client, id }: ContractView) => ({ params: { client, contract: id } })

/** Freezes the words; the PDF that both sign is made of them. */
export function OfferDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const offer = useApiMutation(offerContract, { refreshes, onDone: onClose })
  return (
    <StepDialog
      title={t('offer.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('offer.effect', { count: contract.printedClauses, total: formatMoney(contract.total, language) })}
      error={offer.error}
      pending={offer.pending}
      action={t('offer.action')}
      onAction={() => void offer.send({ ...place(contract), body: {} })}
    />
  )
}

export function DiscardDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const discard = useApiMutation(discardContract, {
    refreshes,
    onDone: () => {
      sayDone(t('discard.done', { number: contract.number }))
      void navigate({ to: '/contracts' })
    },
  })
  return (
    <StepDialog
      danger
      title={t('discard.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('discard.effect', { number: contract.number })}
      error={discard.error}
      pending={discard.pending}
      action={t('discard.action')}
      onAction={() => void discard.send({ ...place(contract), body: reason.trim() ? { reason: reason.trim() } : {} })}
    >
      <Textarea label={t('dialog.reasonOptional')} value={reason} onChange={event => setReason(event.currentTarget.value)} />
    </StepDialog>
  )
}

/** Takes the offer back to a draft. A signature of the provider falls away with it. */
export function WithdrawDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const [reason, setReason] = useState('')
  const withdraw = useApiMutation(withdrawContract, { refreshes, onDone: onClose })
  return (
    <StepDialog
      danger
      title={t('withdraw.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t(contract.signatures.length > 0 ? 'withdraw.effectSigned' : 'withdraw.effect')}
      error={withdraw.error}
      pending={withdraw.pending}
      action={t('withdraw.action')}
      missing={reason.trim() ? undefined : t('dialog.reasonMissing')}
      onAction={() => void withdraw.send({ ...place(contract), body: { reason: reason.trim() } })}
    >
      <Textarea label={t('dialog.reason')} required value={reason} onChange={event => setReason(event.currentTarget.value)} />
    </StepDialog>
  )
}

export function TakeBackDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const [reason, setReason] = useState('')
  const takeBack = useApiMutation(takeBackContractNotice, { refreshes, onDone: onClose })
  return (
    <StepDialog
      title={t('takeBack.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('takeBack.effect')}
      error={takeBack.error}
      pending={takeBack.pending}
      action={t('takeBack.action')}
      missing={reason.trim() ? undefined : t('dialog.reasonMissing')}
      onAction={() => void takeBack.send({ ...place(contract), body: { reason: reason.trim() } })}
    >
      <Textarea label={t('dialog.reason')} required value={reason} onChange={event => setReason(event.currentTarget.value)} />
    </StepDialog>
  )
}

/** A new draft that follows this contract with the same terms; clause 6 knows no renewal by itself. */
export function RenewalDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const navigate = useNavigate()
  const known = useApiQuery(listContracts, { query: { limit: 200 } }, { enabled: opened })
  const [typed, setTyped] = useState<string>()
  const numbers = known.data?.value.items.map(one => one.number)
  const number = typed ?? (numbers ? nextNumber(numbers, contract.lastDay.slice(0, 4)) : '')
  const renew = useApiMutation(draftContractRenewal, {
    refreshes,
    onDone: ({ value }) => void navigate({ to: '/contracts/new', search: { client: value.client, draft: value.id } as never }),
  })
  return (
    <StepDialog
      title={t('renew.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('renew.effect')}
      error={renew.error}
      pending={renew.pending}
      action={t('renew.action')}
      missing={number.trim() ? undefined : t('renew.missing')}
      onAction={() => void renew.send({ ...place(contract), body: { number: number.trim() } })}
    >
      <TextInput label={t('draft.number')} required value={number} onChange={event => setTyped(event.currentTarget.value)} />
    </StepDialog>
  )
}
