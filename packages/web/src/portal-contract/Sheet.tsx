import { Button, Checkbox, TextInput } from '@mantine/core'
import { getContract, listContractsOfClient, signContract } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { getContact } from '@pactdesk/domain/tenancy/routes'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../api/mutation.ts'
import { useProblemText } from '../api/problem.ts'
import { useApiQuery } from '../api/query.ts'
import { useWho } from '../auth/who.ts'
import { SignatureCard } from '../contracts/signing/SignatureCard.tsx'
import { missingOf, type SignForm, signRequestOf } from '../contracts/signing/sign-request.ts'
import { inLanguage } from '../format/language.ts'
import { formatMoney } from '../format/money.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { SignaturePad } from '../parts/input/SignaturePad.tsx'
import css from './sign.module.css'

type Props = { contract: ContractView; sections: number; onClose: () => void }

/** The other side's signature, the pad, name and title, one consequence, one button; below it what is recorded. */
export function Sheet({ contract, sections, onClose }: Props) {
  const { t } = useTranslation('portal-contract')
  const language = useLanguage()
  const text = useProblemText()
  const { membership } = useWho()
  const own = useApiQuery(
    getContact,
    { params: { client: contract.client, contact: membership.contact ?? '' } },
    { enabled: Boolean(membership.contact) },
  )
  const [typed, setTyped] = useState<{ name?: string; title?: string }>({})
  const [signature, setSignature] = useState<SignForm['signature']>()
  const [consent, setConsent] = useState(false)
  const contact = own.data?.value
  const form: SignForm = {
    signature,
    consent,
    name: typed.name ?? (contact ? inLanguage(contact.name, language) : ''),
    title: typed.title ?? contact?.title ?? '',
  }
  const sign = useApiMutation(signContract, { refreshes: [getContract, listContractsOfClient] })
  const missing = missingOf(form)
  const request = signRequestOf(form, contract)
  const { sha256 = '' } = contract.document
  const { terms, total } = contract
  const provider = contract.signatures.find(({ party }) => party === 'provider')
  const fee = formatMoney(total, language)
  return (
    <section className={css.sheet} aria-label={t('sheet.title')}>
      <button type="button" className={css.handle} onClick={onClose} aria-label={t('sheet.close')}>
        <span />
      </button>
      <header>
        <h2>{t('sheet.title')}</h2>
        <span>{t('sheet.party', { company: terms.client.name })}</span>
      </header>
      {provider && <SignatureCard signature={provider} contract={contract} />}
      <SignaturePad onChange={setSignature} disabled={sign.pending} />
      <div className={css.pair}>
        <TextInput
          label={t('sheet.name')}
          value={form.name}
          autoComplete="name"
          onChange={event => setTyped({ ...typed, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('sheet.role')}
          value={form.title}
          autoComplete="organization-title"
          onChange={event => setTyped({ ...typed, title: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        size="md"
        checked={consent}
        onChange={event => setConsent(event.currentTarget.checked)}
        label={t('sheet.consent', {
          sections,
          company: terms.client.name,
          count: terms.paymentDue?.days ?? 0,
          fee,
        })}
      />
      {sign.error !== null && (
        <p className={css.error} role="alert">
          {text(sign.error)}
        </p>
      )}
      <Button
        variant="filled"
        fullWidth
        size="lg"
        loading={sign.pending}
        disabled={missing !== undefined}
        onClick={() => {
          if (request) void sign.send({ params: { client: contract.client, contract: contract.id }, body: request })
        }}
      >
        {missing ? t(`sheet.missing.${missing}`) : t('sheet.action')}
      </Button>
      <p className={css.recorded}>
        <IconFingerprint size={16} stroke={1.6} aria-hidden />
        <span>
          {t('sheet.recorded')} <code title={sha256}>{`${sha256.slice(0, 4)}…${sha256.slice(-4)}`}</code>
        </span>
      </p>
    </section>
  )
}
