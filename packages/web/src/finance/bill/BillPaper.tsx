import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { IconReceiptRefund } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { explained } from '../../explain/explain.ts'
import { exactMoney } from '../../explain/figures.ts'
import { exact } from '../../explain/units.ts'
import { formatDate, formatMonth } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { formatNumber, formatRate } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import card from '../parts/finance.module.css'
import css from './bill.module.css'
import { openDispute } from './credit.ts'
import { DisputedTag } from './Disputes.tsx'
import { signed } from './figures.ts'
import { lineName } from './line-name.ts'

type Props = {
  bill: BillView
  asOf: { instant: string; zone: string }
  /** The amount of a line as something that can be asked why. */
  amount: (line: InvoiceLine) => ReactNode
  openLine?: number | undefined
}

/** The bill as it was issued: whom, when, lines with their clauses, VAT by rate, total. Nothing of it ever changes. */
export function BillPaper({ bill, asOf, amount, openLine }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const money = (minor: number | undefined): string =>
    formatMoney({ currency: bill.currency, minor: signed(bill, minor) ?? 0 }, language)
  return (
    <section className={card.card}>
      <Facts bill={bill} />
      <table className={css.lines}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">#</span>
            </th>
            <th scope="col">{t('bill.line')}</th>
            <th scope="col" className={`${css.num} ${css.wide}`}>
              {t('bill.quantity')}
            </th>
            <th scope="col" className={`${css.num} ${css.wide}`}>
              {t('bill.rate')}
            </th>
            <th scope="col" className={`${css.num} ${css.wide}`}>
              {t('bill.vat')}
            </th>
            <th scope="col" className={css.num}>
              {t('bill.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map(line => (
            <tr key={line.line} className={openLine === line.line ? css.open : undefined}>
              <td>{line.line}</td>
              <td>
                <div className={css.what}>{lineName(line, t)}</div>
                <div className={css.below}>
                  <ClauseTag clause={line.clause} />
                  <Below line={line} />
                  <Corrected bill={bill} line={line.line} />
                  <span className={css.narrow}>
                    <Quantity line={line} /> · <Rate line={line} currency={bill.currency} />
                  </span>
                </div>
              </td>
              <td className={`${css.num} ${css.wide}`}>
                <Quantity line={line} />
              </td>
              <td className={`${css.num} ${css.wide}`}>
                <Rate line={line} currency={bill.currency} />
              </td>
              <td className={`${css.num} ${css.wide}`}>{formatRate(line.taxRate, language)}</td>
              <td className={css.num}>{amount(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={css.sums}>
        <dt>{t('bill.sum')}</dt>
        <dd>{money(bill.grossMinor)}</dd>
        {bill.taxGroups.map(group => (
          <Pair key={group.taxRate} label={t('bill.vatWithin', { rate: formatRate(group.taxRate, language) })}>
            <Figure id={`vat-${group.taxRate}`} explanation={explained(group.explanation, { currency: bill.currency, asOf })}>
              {money(group.taxMinor)}
            </Figure>
          </Pair>
        ))}
        <Pair label={t('bill.net')}>{money(bill.netMinor)}</Pair>
        <dt className={css.sum}>{t('bill.total', { currency: bill.currency })}</dt>
        <dd className={css.sum}>{money(bill.grossMinor)}</dd>
      </dl>
    </section>
  )
}

const Pair = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

function Facts({ bill }: { bill: BillView }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { fapiao } = bill
  return (
    <dl className={css.facts}>
      <div>
        <dt>{t('bill.to')}</dt>
        <dd>{fapiao?.title ?? inLanguage(bill.clientName, language)}</dd>
      </div>
      <div>
        <dt>{fapiao ? `${t('bill.fapiao')}, ${t(`bill.fapiaoKind.${fapiao.kind}`)}` : t('bill.fapiao')}</dt>
        <dd>
          {fapiao ? (
            (fapiao.number ?? t(`bill.fapiaoState.${fapiao.state}`))
          ) : (
            <span className={card.quiet}>{t('bill.noFapiao')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('bill.issued')}</dt>
        <dd>{bill.issuedOn ? <DateText date={bill.issuedOn} style="plain" /> : '–'}</dd>
      </div>
      {bill.corrects?.reason && (
        <div>
          <dt>{t('reason')}</dt>
          <dd>{bill.corrects.reason}</dd>
        </div>
      )}
      {bill.kind !== 'credit-note' && <Due bill={bill} />}
    </dl>
  )
}

function Due({ bill }: { bill: BillView }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  return (
    <div>
      <dt>{t('bill.due')}</dt>
      <dd>
        {bill.dueOn ? <DateText date={bill.dueOn} style="plain" /> : '–'}
        {bill.rawDueOn && bill.rawDueOn !== bill.dueOn && (
          <small>{t('bill.dueRolled', { date: formatDate(bill.rawDueOn, language, 'short') })}</small>
        )}
        {bill.dueProvisional && <small>{t('bill.provisional')}</small>}
      </dd>
    </div>
  )
}

function Below({ line }: { line: InvoiceLine }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const months = (line.lateFrom ?? []).map(month => formatMonth(month, language)).join(language === 'en' ? ', ' : '、')
  return (
    <>
      {line.ticket && <span>{line.ticket}</span>}
      {line.recordedMinutes !== undefined && (
        <span>{t('bill.sub.jobs', { recorded: line.recordedMinutes, billed: line.billedMinutes ?? 0 })}</span>
      )}
      {line.kind === 'part' && <span>{t('bill.sub.part')}</span>}
      {months && <span className={card.warn}>{t('bill.sub.late', { months })}</span>}
    </>
  )
}

/** What stands beside the line since it was issued: a dispute, and what credit notes took off it. */
function Corrected({ bill, line }: { bill: BillView; line: number }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const credited = bill.lineCredits.find(credit => credit.line === line)?.grossMinor ?? 0
  return (
    <>
      {openDispute(bill, line) && <DisputedTag />}
      {credited > 0 && (
        <Tag icon={IconReceiptRefund}>
          {t('bill.credit.taken', { amount: formatMoney({ currency: bill.currency, minor: credited }, language) })}
        </Tag>
      )}
    </>
  )
}

function Quantity({ line }: { line: InvoiceLine }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const number = /^\d+$/.test(line.quantity) ? formatNumber(Number(line.quantity), language) : line.quantity
  return (
    <>
      {number} {t(`bill.unit.${line.unit}`)}
    </>
  )
}

function Rate({ line, currency }: { line: InvoiceLine; currency: string }) {
  const { t } = useTranslation('finance')
  if (!line.rate) return <>–</>
  const amount = exactMoney(exact(line.rate.minor), currency)
  return (
    <>
      {amount}
      {line.rate.per === 'hour' && ` ${t('bill.perHour')}`}
    </>
  )
}
