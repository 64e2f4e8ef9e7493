import { Checkbox, TextInput } from '@mantine/core'
import { getContract, getLivingContract, listContracts, signContract } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useWho } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { SignaturePad } from '../../parts/input/SignaturePad.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { StepDialog } from './dialog.tsx'
import { missingOf, type SignForm, signRequestOf } from './sign-request.ts'
import css from './signing.module.css'

type Props = { contract: ContractView; opened: boolean; onClose: () => void }

/** Signing for the provider, on the console. */
export function SignDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const { membership } = useWho()
  const [form, setForm] = useState<SignForm>({
    signature: undefined,
    name: inLanguage(membership.personName, language),
    title: '',
    consent: false,
  })
  const set = (part: Partial<SignForm>): void => setForm(old => ({ ...old, ...part }))
  const sign = useApiMutation(signContract, {
    refreshes: [getContract, listContracts, getLivingContract],
    onDone: () => {
      sayDone(t('sign.done', { number: contract.number }))
      onClose()
    },
  })
  const missing = missingOf(form)
  const request = signRequestOf(form, contract)
  const { sha256 = '' } = contract.document
  return (
    <StepDialog
      wide
      title={t('sign.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('sign.effect', {
        provider: contract.terms.provider.name,
        client: contract.terms.client.name,
        total: formatMoney(contract.total, language),
      })}
      error={sign.error}
      pending={sign.pending}
      action={t('sign.action')}
      onAction={() => {
        if (request) void sign.send({ params: { client: contract.client, contract: contract.id }, body: request })
      }}
      missing={missing && t(`sign.missing.${missing}`)}
    >
      <SignaturePad onChange={signature => set({ signature })} disabled={sign.pending} />
      <div className={css.grid}>
        <TextInput
          label={t('sign.name')}
          required
          value={form.name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('sign.role')}
          required
          value={form.title}
          onChange={event => set({ title: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        checked={form.consent}
        onChange={event => set({ consent: event.currentTarget.checked })}
        label={t('sign.consent', { count: contract.printedClauses, company: contract.terms.provider.name })}
      />
      <p className={css.recorded}>
        <IconFingerprint size={16} stroke={1.6} aria-hidden />
        <span>
          {t('sign.recorded')} <code title={sha256}>{`${sha256.slice(0, 4)}…${sha256.slice(-4)}`}</code>
        </span>
      </p>
    </StepDialog>
  )
}
