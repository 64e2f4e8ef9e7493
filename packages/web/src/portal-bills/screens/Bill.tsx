import type { BillView, LateFeeView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { getBill, getLateFee } from '@pactdesk/domain/outsourcing/billing/routes'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { BillPaper } from '../../finance/bill/BillPaper.tsx'
import { BillTimeline } from '../../finance/bill/BillTimeline.tsx'
import { explainLine } from '../../finance/bill/explain-line.ts'
import { signed } from '../../finance/bill/figures.ts'
import { useQuote } from '../../finance/bill/use-bill.ts'
import { formatDate, formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { Region } from '../../parts/states/Region.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import { Annex } from '../Annex.tsx'
import { Contested } from '../Contested.tsx'
import { PayCard } from '../PayCard.tsx'
import css from '../portal-bills.module.css'
import { Transfer } from '../Transfer.tsx'
import { useOwn } from '../use-own.ts'

/** `paid`: the hosted page sends the payer back with it, before its webhook has told us. */
const Address = z.object({ paid: z.coerce.string().optional() })

/** One bill for the client's owner: every figure explained as staff see it, how to pay, and what the contract covered beside it. */
export default function Bill() {
  return useHasRole('client-owner') ? <Owned /> : <NoSuchPage />
}

function Owned() {
  const { t } = useTranslation('portal-bills')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { client } = useOwn()
  const query = useApiQuery(getBill, { params: { client, bill: id } }, { live: true })
  const number = query.data?.value.number ?? ''
  useEffect(() => {
    document.title = `${number || t('title')} · Pactdesk`
  }, [number, t])
  return (
    <>
      <p>
        <Link to="/portal/bills">← {t('back')}</Link>
      </p>
      <Region query={query} failed={t('failed')} count={8}>
        {({ value }) => <Shown bill={value} />}
      </Region>
    </>
  )
}

function Shown({ bill }: { bill: BillView }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { client, today, asOf } = useOwn()
  const [{ paid }] = useAddress(Address)
  const charged = bill.kind !== 'credit-note'
  const lateFee = useApiQuery(getLateFee, { params: { client, bill: bill.id }, query: {} }, { enabled: charged })
  const about = [
    t(`bill.kind.${bill.kind}`),
    bill.month && formatMonth(bill.month, language),
    t('bill.why.contractText', { number: bill.contractNumber ?? '', version: bill.contractVersion }),
  ]
  return (
    <>
      <div className={css.head}>
        <div>
          <h1 className={css.title}>{t('bill.title', { number: bill.number ?? '' })}</h1>
          <p className={css.sub}>
            {about.filter(Boolean).join(' · ')}
            {bill.corrects && (
              <>
                {' · '}
                <Link to="/portal/bills/$id" params={{ id: bill.corrects.id }}>
                  {t('bill.corrects', { number: bill.corrects.number ?? '' })}
                </Link>
              </>
            )}
          </p>
        </div>
      </div>
      <div className={css.columns}>
        <div className={css.stack}>
          <LateFeeNote fee={lateFee.data?.value} />
          <BillPaper bill={bill} asOf={asOf} amount={line => <Amount bill={bill} line={line} asOf={asOf} />} />
          <Contested bill={bill} />
          {charged && (
            <BillTimeline
              bill={bill}
              today={today}
              lateFee={lateFee.data?.value}
              asOf={asOf}
              staff={false}
              noteLink={(note, label) => (
                <Link to="/portal/bills/$id" params={{ id: note }}>
                  {label}
                </Link>
              )}
            />
          )}
          <Annex client={client} month={bill.month ?? today.slice(0, 7)} latest={today.slice(0, 7)} />
        </div>
        <div className={`${css.stack} ${css.side}`}>
          <PayCard bill={bill} today={today} asOf={asOf} returned={paid !== undefined} />
          {charged && (bill.openMinor ?? 0) > 0 && <Transfer bill={bill} />}
        </div>
      </div>
    </>
  )
}

type AmountProps = { bill: BillView; line: InvoiceLine; asOf: { instant: string; zone: string } }

function Amount({ bill, line, asOf }: AmountProps) {
  const language = useLanguage()
  const quote = useQuote(bill, line.clause)
  const hrefOf = ({ kind, id }: { kind: string; id: string }): string | undefined =>
    kind === 'ticket' ? `/portal/requests/${id}` : kind === 'invoice' ? `/portal/bills/${id}` : undefined
  return (
    <strong>
      <Figure id={`line-${line.line}`} explanation={explainLine(bill, line, { asOf, quote, staff: false, hrefOf })}>
        {formatMoney({ currency: bill.currency, minor: signed(bill, line.grossMinor) ?? 0 }, language)}
      </Figure>
    </strong>
  )
}

/** Calm and exact: what has accrued, and that nobody has asked for it. */
function LateFeeNote({ fee }: { fee: LateFeeView | undefined }) {
  const { t } = useTranslation('portal-bills')
  const language = useLanguage()
  if (!fee?.applies || fee.undecidedMinor === 0) return null
  const amount = formatMoney({ currency: fee.currency, minor: fee.undecidedMinor }, language)
  return <p className={css.calm}>{t('lateFee', { amount, date: formatDate(fee.asOf, language, 'plain') })}</p>
}
