import { Button } from '@mantine/core'
import { daysBetween, localDateOf } from '@pactdesk/domain/kernel/time'
import { listBills } from '@pactdesk/domain/outsourcing/billing/routes'
import { IconAlertTriangle, IconCalendarDue } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDate } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { MoneyText } from '../../parts/text/Text.tsx'
import { useNow } from '../../time/use-now.ts'
import { useClientKey } from '../use-client.ts'
import { openBills } from './bills.ts'
import css from './home.module.css'

/** What is owed: the bill that is due first, calm also when it is late, with the way to pay and to its working. */
export function BillDue() {
  const { t } = useTranslation('portal')
  const client = useClientKey()
  const answer = useApiQuery(listBills, { params: { client }, query: { limit: 100 } })
  return (
    <section className={css.card}>
      <h2>
        {t('bill.title')} <Link to="/portal/bills">{t('bill.all')}</Link>
      </h2>
      <Region query={answer} failed={t('bill.failed')} shape="lines" count={3}>
        {({ value }) => <First bills={openBills(value.items)} />}
      </Region>
    </section>
  )
}

function First({ bills }: { bills: ReturnType<typeof openBills> }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const zone = useProviderZone()
  const today = localDateOf(new Date(useNow()).toISOString(), zone)
  const [bill] = bills
  if (!bill) return <p className={css.quiet}>{t('bill.none')}</p>
  const left = daysBetween(today, bill.dueOn)
  return (
    <>
      <p className={css.amount}>
        <MoneyText money={{ currency: bill.currency, minor: bill.openMinor }} />
        {left < 0 ? (
          <Tag tone="warn" icon={IconAlertTriangle}>
            {t('bill.late', { count: -left })}
          </Tag>
        ) : (
          <Tag tone={left <= 7 ? 'warn' : 'quiet'} icon={IconCalendarDue}>
            {left === 0 ? t('bill.today') : t('bill.left', { count: left })}
          </Tag>
        )}
      </p>
      <p className={css.quiet}>
        {bill.number} · {t('bill.due', { date: formatDate(bill.dueOn, language, 'plain') })}
        {bills.length > 1 && ` · ${t('bill.more', { count: bills.length - 1 })}`}
      </p>
      <div className={css.actions}>
        <Button component={Link} to={`/portal/bills/${bill.id}`} variant="filled">
          {t('bill.pay')}
        </Button>
      </div>
    </>
  )
}
