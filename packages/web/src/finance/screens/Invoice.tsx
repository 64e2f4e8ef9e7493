import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { getLateFee } from '@pactdesk/domain/outsourcing/billing/routes'
import { useParams } from '@tanstack/react-router'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { formatMonth } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import { useNow } from '../../time/use-now.ts'
import { dayBefore } from '../address.ts'
import { BillActions, type BillStep, billSteps } from '../bill/BillActions.tsx'
import { BillLink } from '../bill/BillLink.tsx'
import { BillPaper } from '../bill/BillPaper.tsx'
import { BillTimeline } from '../bill/BillTimeline.tsx'
import css from '../bill/bill.module.css'
import { DisputedTag } from '../bill/Disputes.tsx'
import { explainOwed, signed, standingOf } from '../bill/figures.ts'
import { LinePanel } from '../bill/LinePanel.tsx'
import { StandingTag } from '../bill/StandingTag.tsx'
import { useBill } from '../bill/use-bill.ts'
import card from '../parts/finance.module.css'
import { useToday } from '../parts/use-finance.ts'

const Address = z.object({
  client: z.string().max(16).default(''),
  /** The opened line; 0 is none. */
  line: z.coerce.number().int().min(0).optional(),
  decide: z.string().optional(),
  step: z.enum(billSteps).optional(),
})

/** One bill explained: left as it was issued, right why its opened line says what it says. */
export default function Invoice() {
  const { t } = useTranslation('finance')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [address, change] = useAddress(Address)
  const query = useBill(address.client, id)
  const bill = query.data?.value
  const today = useToday()
  const yesterday = dayBefore(today)
  const lateFee = useApiQuery(
    getLateFee,
    { params: { client: address.client, bill: id }, query: {} },
    { enabled: bill?.status === 'issued' && bill.kind !== 'credit-note' },
  )
  const step = address.decide === 'late-fee' ? 'decide-late-fee' : address.step
  const setStep = (next: BillStep | undefined): void => change({ step: next, decide: undefined })
  const name = bill?.number ?? (bill ? t('bill.draft') : id)
  return (
    <ConsolePage
      bare
      crumbs={[{ label: t('section') }, { label: t('nav.invoices'), to: '/finance/invoices' }, { label: name }]}
      action={
        bill && (
          <BillActions
            bill={bill}
            today={today}
            yesterday={yesterday}
            lateFeeApplies={lateFee.data?.value.applies ?? false}
            step={step}
            onStep={setStep}
          />
        )
      }
    >
      <Region query={query} failed={t('bill.failed')} count={8}>
        {({ value }) => (
          <Shown
            bill={value}
            lateFee={lateFee}
            today={today}
            line={address.line}
            onLine={line => change({ line })}
            onDecide={() => setStep('decide-late-fee')}
          />
        )}
      </Region>
    </ConsolePage>
  )
}

type ShownProps = {
  bill: BillView
  lateFee: ReturnType<typeof useApiQuery<typeof getLateFee>>
  today: string
  line: number | undefined
  onLine: (line: number) => void
  onDecide: () => void
}

function Shown({ bill, lateFee, today, line, onLine, onDecide }: ShownProps) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const zone = useProviderZone()
  const narrow = useMediaQuery('(max-width: 1279px)', window.innerWidth < 1280)
  const asOf = { instant: new Date(useNow()).toISOString(), zone }
  /** A discarded draft has lines no longer; what it still lists is being released. */
  const standing = bill.status === 'draft' || bill.status === 'issued'
  const opened = !standing ? undefined : bill.lines.find(each => each.line === (line ?? (narrow ? 0 : bill.lines[0]?.line)))
  const money = (minor: number | undefined): string => formatMoney({ currency: bill.currency, minor: minor ?? 0 }, language)
  const panel = opened && <LinePanel bill={bill} line={opened} asOf={asOf} onMove={onLine} onClose={() => onLine(0)} />
  return (
    <div className={css.layout}>
      <div className={css.left}>
        <div className={card.head}>
          <div>
            <div className={card.row}>
              <h2 className={css.total}>{standing ? money(signed(bill, bill.grossMinor)) : t('bill.draft')}</h2>
              <StandingTag standing={standingOf(bill)} dueOn={bill.dueOn} today={today} paidMinor={bill.paidMinor} />
              {bill.disputes.some(({ answer }) => !answer) && <DisputedTag />}
            </div>
            <p className={card.sub}>
              {[
                inLanguage(bill.clientName, language),
                t('bill.why.contractText', { number: bill.contractNumber ?? bill.contract, version: bill.contractVersion }),
                t(`bill.kind.${bill.kind}`),
                bill.month && formatMonth(bill.month, language),
              ]
                .filter(Boolean)
                .join(' · ')}
              {bill.corrects && (
                <>
                  {' · '}
                  <BillLink client={bill.client} bill={bill.corrects.id}>
                    {t('bill.corrects', { number: bill.corrects.number ?? bill.corrects.id })}
                  </BillLink>
                </>
              )}
            </p>
          </div>
          {bill.status === 'issued' && bill.kind !== 'credit-note' && (
            <div className={css.owed}>
              <small>{t((bill.openMinor ?? 0) < 0 ? 'bill.overpaid' : 'bill.owed')}</small>
              <span className={css.total}>
                <Figure id="owed" explanation={explainOwed(bill, asOf)}>
                  {money(Math.abs(bill.openMinor ?? 0))}
                </Figure>
              </span>
            </div>
          )}
        </div>
        <div className={card.stack}>
          <Moving bill={bill} />
          {standing && (
            <BillPaper
              bill={bill}
              asOf={asOf}
              openLine={opened?.line}
              amount={each => (
                <button
                  type="button"
                  className={css.amount}
                  data-why={`line-${each.line}`}
                  aria-expanded={opened?.line === each.line}
                  onClick={() => onLine(each.line)}
                >
                  {money(signed(bill, each.grossMinor))}
                </button>
              )}
            />
          )}
          {bill.status === 'issued' && bill.kind !== 'credit-note' && (
            <BillTimeline
              bill={bill}
              today={today}
              lateFee={lateFee.data?.value}
              asOf={asOf}
              staff
              noteLink={(note, label) => (
                <BillLink client={bill.client} bill={note}>
                  {label}
                </BillLink>
              )}
              decide={
                bill.actions.includes('decide-late-fee') && (
                  <button
                    type="button"
                    className={css.amount}
                    style={{ borderBottom: 0, color: 'var(--accent-text)' }}
                    onClick={onDecide}
                  >
                    {t('bill.action.decide-late-fee')}
                  </button>
                )
              }
            />
          )}
        </div>
      </div>
      {narrow ? (
        <Drawer
          opened={Boolean(panel)}
          onClose={() => onLine(0)}
          size={520}
          withCloseButton={false}
          aria-label={t('bill.why.close')}
        >
          {panel}
        </Drawer>
      ) : (
        <aside className={css.right} aria-label={t('bill.why.pick')}>
          {panel ?? <p className={css.hint}>{t('bill.why.pick')}</p>}
        </aside>
      )}
    </div>
  )
}

/** What the system is doing with a draft, while it does. */
function Moving({ bill }: { bill: BillView }) {
  const { t } = useTranslation('finance')
  if (bill.status === 'drafting')
    return (
      <EmptyState kind="not-begun" title={t('bill.standing.drafting')}>
        {t('bill.working')}
      </EmptyState>
    )
  if (bill.status === 'discarding')
    return (
      <EmptyState kind="not-begun" title={t('bill.standing.discarding')}>
        {t('bill.releasing')}
      </EmptyState>
    )
  if (bill.status === 'discarded')
    return (
      <EmptyState kind="well" title={t('bill.standing.discarded')}>
        {t('bill.released')}
      </EmptyState>
    )
  return null
}
