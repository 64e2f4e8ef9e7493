import { Button, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from '../i18n/i18n.ts'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Boundary } from '../parts/states/Region.tsx'
import css from './layout.module.css'
import { WorkingClock } from './WorkingClock.tsx'
import { useProviderZone } from './zone.ts'

type Crumb = {
  label: string
  /** Address in the app; the last crumb is where one is and has none. */
  to?: string
  search?: Record<string, string>
  mark?: ReactNode
}

type Props = {
  crumbs: readonly Crumb[]
  /** Beside the last crumb: a count, a copy button. */
  besideCrumb?: ReactNode
  /** The one action of the page. */
  action?: ReactNode
  /** Zone of the working clock: the contract's on pages of one contract, else the provider's. */
  zone?: string | undefined
  /** Left column: views, outline, filters. */
  views?: ReactNode
  /** Right column; below 1,280 px a drawer behind a button of this name. */
  aside?: ReactNode
  asideLabel?: string
  /** Opens the drawer on narrow screens, say when a row was chosen. */
  asideOpen?: boolean
  onAsideClose?: () => void
  /** White ground without padding, for tables that fill the page. */
  bare?: boolean
  children: ReactNode
}

/** A staff page: bar with breadcrumb, working clock, action and language; below it at most three columns. */
export function ConsolePage(props: Props) {
  const { crumbs, besideCrumb, action, views, aside, bare, children } = props
  const { t } = useTranslation('layout')
  const own = useProviderZone()
  const narrow = useMediaQuery('(max-width: 1279px)', window.innerWidth < 1280)
  const [drawer, setDrawer] = useState(false)
  const here = crumbs.at(-1)?.label ?? t('product')
  useEffect(() => {
    document.title = `${here} · ${t('product')}`
  }, [here, t])
  const close = (): void => {
    setDrawer(false)
    props.onAsideClose?.()
  }
  const label = props.asideLabel ?? t('details')
  return (
    <>
      <header className={css.bar}>
        <nav className={css.crumbs} aria-label={here}>
          <ol>
            {crumbs.map(({ label: word, to, search, mark }, at) => (
              <li key={`${to ?? ''}${word}`}>
                {mark}
                {to ? (
                  <Link to={to} search={(search ?? {}) as never}>
                    {word}
                  </Link>
                ) : at === crumbs.length - 1 ? (
                  <h1>{word}</h1>
                ) : (
                  <span>{word}</span>
                )}
              </li>
            ))}
          </ol>
          {besideCrumb}
        </nav>
        <WorkingClock zone={props.zone ?? own} />
        {aside && narrow && <Button onClick={() => setDrawer(true)}>{label}</Button>}
        {action}
        <span className={css.wideOnly}>
          <LanguageSwitch />
        </span>
      </header>
      <div className={`${css.columns} ${views ? css.withViews : ''} ${aside ? css.withAside : ''}`}>
        {views && <div className={css.views}>{views}</div>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it also where nothing in it takes focus */}
        <main id="content" tabIndex={0} className={`${css.content} ${bare ? css.plain : css.padded}`}>
          <Boundary>{children}</Boundary>
        </main>
        {aside && !narrow && (
          <aside className={css.aside} aria-label={label}>
            <Boundary>{aside}</Boundary>
          </aside>
        )}
      </div>
      {aside && narrow && (
        <Drawer
          opened={drawer || (props.asideOpen ?? false)}
          onClose={close}
          title={label}
          size={420}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <Boundary>{aside}</Boundary>
        </Drawer>
      )}
    </>
  )
}
