import { Button } from '@mantine/core'
import { localDateOf, wallTimeOf } from '@pactdesk/domain/kernel/time'
import type { QueueRow } from '@pactdesk/domain/service-desk/queue'
import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { IconAlertOctagon, IconCircleCheck, IconPhone, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { useWho } from '../../auth/who.ts'
import { formatDate } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { useNow } from '../../time/use-now.ts'
import css from './home.module.css'

/** Good morning, is all well, and the two things one comes for: call in an emergency, raise a request. */
export function Greeting({ rows }: { rows: readonly QueueRow[] | undefined }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const zone = useProviderZone()
  const { membership } = useWho()
  const at = new Date(useNow()).toISOString()
  const hour = Number(wallTimeOf(at, zone).slice(11, 13))
  const time = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const phone = useApiQuery(getProvider, {}).data?.value.card.emergencyPhone
  const severe = rows?.find(row => row.severe && row.status !== 'resolved' && row.status !== 'closed')
  return (
    <header className={css.greeting}>
      <div>
        <h1>{t(`greeting.${time}`, { name: membership.personName })}</h1>
        <p className={css.state} data-bad={severe ? true : undefined}>
          {severe ? (
            <IconAlertOctagon size={18} stroke={1.8} aria-hidden />
          ) : (
            <IconCircleCheck size={18} stroke={1.8} aria-hidden />
          )}
          {rows && (
            <span>
              {severe ? (
                <Link to="/portal/requests/$id" params={{ id: severe.number }}>
                  {t('state.severe', { number: severe.number })}
                </Link>
              ) : (
                t('state.well')
              )}
            </span>
          )}
          <small>
            {membership.clientName && inLanguage(membership.clientName, language)} ·{' '}
            {formatDate(localDateOf(at, zone), language, 'day')}
          </small>
        </p>
      </div>
      <div className={css.primary}>
        {phone && (
          <Button component="a" href={`tel:${phone.replace(/[^+\d]/g, '')}`} leftSection={<IconPhone size={18} stroke={1.6} />}>
            {t('emergencyCall', { phone })}
          </Button>
        )}
        <Button component={Link} to="/portal/requests/new" variant="filled" leftSection={<IconPlus size={18} stroke={1.8} />}>
          {t('raise')}
        </Button>
      </div>
    </header>
  )
}
