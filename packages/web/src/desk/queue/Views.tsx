import { type DeskView, deskViews, type QueueRow } from '@pactdesk/domain/service-desk/queue'
import { listStaff } from '@pactdesk/domain/tenancy/routes'
import {
  IconAlertTriangle,
  IconFlame,
  IconInbox,
  IconMapPin,
  IconPlayerPause,
  IconScale,
  IconShieldCheck,
  IconTicketOff,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { KeyList } from '../../parts/KeyboardHelp.tsx'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { queueKeys } from '../keys.ts'
import css from './queue.module.css'

const icons: Record<DeskView, typeof IconUser> = {
  all: IconInbox,
  'at-risk': IconFlame,
  mine: IconUser,
  unassigned: IconUserQuestion,
  'waiting-client': IconPlayerPause,
  'on-site': IconMapPin,
  'out-of-scope': IconScale,
  'no-contract': IconTicketOff,
  disputed: IconAlertTriangle,
  resolved: IconShieldCheck,
}

type Props = {
  view: DeskView
  counts: Record<DeskView, number> | undefined
  all: readonly QueueRow[]
  onView: (view: DeskView) => void
}

/** Views with their figures: each figure is the very query of the list. Below, who is on, and the keys. */
export function Views({ view, counts, all, onView }: Props) {
  const { t } = useTranslation('desk')
  return (
    <nav aria-label={t('views')} className={css.views}>
      <h2>{t('views')}</h2>
      <ul>
        {deskViews.map(name => {
          const Icon = icons[name]
          return (
            <li key={name}>
              <button
                type="button"
                aria-current={name === view ? 'true' : undefined}
                onClick={() => onView(name)}
                data-view={name}
              >
                <Icon size={17} stroke={1.6} aria-hidden />
                <span>{t(`view.${name}`)}</span>
                <b data-hot={(name === 'at-risk' && (counts?.[name] ?? 0) > 0) || undefined}>{counts?.[name] ?? ''}</b>
              </button>
            </li>
          )
        })}
      </ul>
      <Link to="/desk/kept" className={css.figures}>
        {t('kept.link')}
      </Link>
      <WhoIsOn rows={all} />
      <div className={css.keys}>
        <KeyList keys={[...queueKeys, [['?'], 'list']]} />
      </div>
    </nav>
  )
}

const working = ['service-desk', 'technician'] as const

/** People of the desk with what they have in hand, by the rows of this very list. */
function WhoIsOn({ rows }: { rows: readonly QueueRow[] }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const staff = useApiQuery(listStaff, { query: { limit: 100 } })
  const people = (staff.data?.value.items ?? []).filter(
    ({ status, roles }) => status === 'active' && working.some(role => roles.includes(role)),
  )
  if (people.length === 0) return null
  const say = (id: string): string => {
    const own = rows.filter(row => row.assignee?.id === id && row.status !== 'resolved')
    const hot = own.filter(({ promise }) => promise.state === 'at-risk' || promise.state === 'over').length
    if (own.some(row => row.onSite === 'there')) return t('who.onSite')
    if (hot > 0) return t('who.atRisk', { count: hot })
    return own.length > 0 ? t('who.open', { count: own.length }) : t('who.free')
  }
  return (
    <section className={css.who}>
      <h2>{t('who.title')}</h2>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>
            <Avatar name={inLanguage(name, language)} size={24} />
            <span>{inLanguage(name, language)}</span>
            <small>{say(id)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
