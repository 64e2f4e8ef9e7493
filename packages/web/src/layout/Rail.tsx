import { Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWho } from '../auth/who.ts'
import { useTranslation } from '../i18n/i18n.ts'
import { useKeys } from '../keys/use-keys.ts'
import { rememberSection } from './landing.ts'
import css from './layout.module.css'
import mark from './mark.svg'
import { footFor, type NavigationWord, railFor, type Shown } from './navigation.ts'
import { SelfMenu } from './SelfMenu.tsx'

/** Entries on a phone's bottom bar, "more" included. */
const phoneEntries = 5

const sectionOf = (path: string): string => path.split('/')[1] ?? ''

/** Icon and word of every section the role may open: at the left, or on a phone at the bottom. */
export function Rail() {
  const { t } = useTranslation('layout')
  const { roles, membership } = useWho()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const phone = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  const top = railFor(roles)
  const foot = footFor(roles)
  const active = (to: string): true | undefined => (sectionOf(pathname) === sectionOf(to) ? true : undefined)
  const current = [...top, ...foot].find(({ to }) => active(to))

  useEffect(() => {
    if (current) rememberSection(membership.workspace, current.to)
  }, [current, membership.workspace])
  useKeys(
    Object.fromEntries([...top, ...foot].flatMap(({ key, to }) => (key ? [[`g ${key}`, () => void navigate({ to })]] : []))),
  )

  const all = phone ? [...top, ...foot] : top
  const direct = phone && all.length > phoneEntries - 1 ? all.slice(0, phoneEntries - 1) : all
  const rest = all.slice(direct.length)
  const entry = ({ word, to, icon: Icon }: Shown<NavigationWord>) => (
    <Link key={word} to={to} className={css.entry} data-active={active(to)} aria-current={active(to) && 'page'}>
      <Icon size={20} stroke={1.6} aria-hidden />
      {t(`nav.${word}`)}
    </Link>
  )
  return (
    <nav className={css.rail} aria-label={t('nav.label')}>
      <img className={css.mark} src={mark} alt={t('product')} />
      {direct.map(entry)}
      {phone && (
        <Menu position="top-end" width={220}>
          <Menu.Target>
            <button type="button" className={css.entry}>
              <IconDots size={20} stroke={1.6} aria-hidden />
              {t('nav.more')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ word, to, icon: Icon }) => (
              <Menu.Item key={word} leftSection={<Icon size={18} stroke={1.6} />} onClick={() => void navigate({ to })}>
                {t(`nav.${word}`)}
              </Menu.Item>
            ))}
            <SelfMenu.Items />
          </Menu.Dropdown>
        </Menu>
      )}
      <div className={css.foot}>
        {foot.map(entry)}
        <SelfMenu />
      </div>
    </nav>
  )
}
