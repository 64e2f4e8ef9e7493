import type { ContractView, SignatureView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconCircleCheck } from '@tabler/icons-react'
import { formatDate, formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import css from '../living/living.module.css'
import { Seal } from './Seal.tsx'

type Props = { signature: SignatureView; contract: ContractView }

/** One party's signature: seal, who, when. */
export function SignatureCard({ signature, contract }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const { terms } = contract
  const party = terms[signature.party]
  const when = signature.at
    ? formatDateTime(signature.at, terms.billingZone, language, 'full')
    : formatDate(signature.on, language)
  return (
    <div className={css.signature}>
      <Seal company={party.name} />
      <p>
        {signature.name
          ? t(`signed.${signature.party}By`, { name: signature.name, title: signature.title ?? '' })
          : t(`signed.${signature.party}`)}
        <small>
          {when} · {signature.by === 'paper' ? t('signed.paper') : terms.signingPlace}
        </small>
      </p>
      <IconCircleCheck size={20} stroke={1.8} color="var(--good-solid)" aria-hidden />
    </div>
  )
}
