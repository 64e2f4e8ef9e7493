import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useWho } from '../auth/who.ts'
import { inLanguage } from '../format/language.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { useKeys } from '../keys/use-keys.ts'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { ClientMark } from '../parts/marks/Avatar.tsx'
import { Boundary } from '../parts/states/Region.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import css from './layout.module.css'
import { type PortalWord, portalFor, type Shown } from './navigation.ts'
import { SelfMenu } from './SelfMenu.tsx'
import { useDensity } from './use-density.ts'
import { askWhy } from './why-key.ts'
import { useProviderZone } from './zone.ts'

/** Frame of the client's portal: the provider's name on top, content 1,200 px wide; on a phone the sections at the bottom. */
export function PortalShell() {
  const { t } = useTranslation('layout')
  const language = useLanguage()
  const { membership, roles } = useWho()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const zone = useProviderZone()
  const entries = portalFor(roles)
  const provider = inLanguage(membership.providerName, language)
  useDensity('portal')
  useKeys({
    w: askWhy,
    ...Object.fromEntries(entries.flatMap(({ key, to }) => (key ? [[`g ${key}`, () => void navigate({ to })]] : []))),
  })
  const active = (to: string): true | undefined =>
    (to === '/portal' ? pathname === to : pathname.startsWith(to)) ? true : undefined
  const link = ({ word, to, icon: Icon }: Shown<PortalWord>, bottom: boolean) => (
    <Link
      key={word}
      to={to}
      className={bottom ? css.entry : undefined}
      data-active={active(to)}
      aria-current={active(to) && 'page'}
    >
      {bottom && <Icon size={20} stroke={1.6} aria-hidden />}
      {t(`portal.${word}`)}
    </Link>
  )
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className={css.portalBar}>
        <div className={css.portalBarInner}>
          <Link to="/portal" className={css.provider}>
            <ClientMark name={provider} size={28} />
            <span>
              {provider}
              <small>{t('portal.subtitle')}</small>
            </span>
          </Link>
          <nav className={css.portalNav} aria-label={t('nav.label')}>
            {entries.map(entry => link(entry, false))}
          </nav>
          <LanguageSwitch />
          <SelfMenu />
        </div>
      </header>
      <ConnectionBar zone={zone} />
      <main id="content" tabIndex={-1} className={css.portalContent}>
        <Boundary>
          <Outlet />
        </Boundary>
      </main>
      <nav className={`${css.portalBottom} ${css.narrowOnly}`} aria-label={t('nav.label')}>
        {entries.map(entry => link(entry, true))}
      </nav>
    </>
  )
}
