import { Outlet, useRouter } from '@tanstack/react-router'
import { useTranslation } from '../i18n/i18n.ts'
import { useKeys } from '../keys/use-keys.ts'
import { KeyboardHelp } from '../parts/KeyboardHelp.tsx'
import { ConnectionBar } from './ConnectionBar.tsx'
import css from './layout.module.css'
import { Rail } from './Rail.tsx'
import { useDensity } from './use-density.ts'
import { askWhy } from './why-key.ts'
import { useProviderZone } from './zone.ts'

/** Frame of every staff page: rail, then the page with its own bar. */
export function ConsoleShell() {
  const { t } = useTranslation('layout')
  const router = useRouter()
  const zone = useProviderZone()
  useDensity('console')
  useKeys({ w: askWhy, escape: () => router.history.canGoBack() && router.history.back() })
  return (
    <div className={css.console}>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <Rail />
      <div className={css.work}>
        <ConnectionBar zone={zone} />
        <Outlet />
      </div>
      <KeyboardHelp />
    </div>
  )
}
