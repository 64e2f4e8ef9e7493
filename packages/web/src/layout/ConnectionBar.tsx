import { IconCloudOff } from '@tabler/icons-react'
import { useLostSince } from '../api/connection.ts'
import { formatTime } from '../format/date.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import css from './layout.module.css'

/** While the connection is lost: as of when everything on the screen is. */
export function ConnectionBar({ zone }: { zone: string }) {
  const { t } = useTranslation('layout')
  const language = useLanguage()
  const since = useLostSince()
  if (since === undefined) return null
  return (
    <div className={css.lost} role="status">
      <IconCloudOff size={16} stroke={1.6} aria-hidden />
      {t('connection.lost', { time: formatTime(new Date(since).toISOString(), zone, language) })}
    </div>
  )
}
