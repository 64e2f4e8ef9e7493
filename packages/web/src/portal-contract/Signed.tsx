import { Button, Loader } from '@mantine/core'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { PdfButton } from '../contracts/signing/PdfButton.tsx'
import { SignatureCard } from '../contracts/signing/SignatureCard.tsx'
import { formatDate } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import css from './sign.module.css'

/** Both have signed: who and when, both copies, and what has to be paid until when. */
export function Signed({ contract }: { contract: ContractView }) {
  const { t } = useTranslation('portal-contract')
  const language = useLanguage()
  const [bill] = contract.schedule
  return (
    <section className={css.state}>
      <IconShieldCheck size={40} stroke={1.4} color="var(--good-solid)" aria-hidden />
      <h2>{t('signed.title')}</h2>
      <p>{t('signed.text', { number: contract.number, on: formatDate(contract.firstDay, language, 'plain') })}</p>
      <div className={css.signatures}>
        {contract.signatures.map(signature => (
          <SignatureCard key={signature.party} signature={signature} contract={contract} />
        ))}
      </div>
      {bill && (
        <p>
          {t('signed.pay', {
            amount: formatMoney(bill.gross, language),
            on: formatDate(bill.due.dueOn, language),
          })}
        </p>
      )}
      <div className={css.buttons}>
        {contract.signedDocument.status === 'stored' ? (
          <PdfButton contract={contract} document="signed" />
        ) : (
          <span role="status">
            <Loader size={14} /> {t('signed.preparing')}
          </span>
        )}
        <PdfButton contract={contract} document="offer" />
        <Button component={Link} to="/portal/contract" variant="filled">
          {t('signed.open')}
        </Button>
      </div>
    </section>
  )
}
