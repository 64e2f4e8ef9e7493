import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './states.module.css'

type ConflictField = {
  label: string
  theirs: ReactNode
  /** Absent: you did not change it. */
  yours?: ReactNode
}

type Props = {
  /** Name of whoever saved first. */
  who: string
  /** What was changed, by its number. */
  what: string
  /** How long ago in seconds; absent: just now. */
  secondsAgo?: number
  fields: readonly ConflictField[]
  /** Say that a text of the form is kept. */
  draftKept?: boolean
  pending?: boolean
  onKeepTheirs: () => void
  onSaveMine: () => void
}

/** Somebody else saved first: field by field, theirs and yours; nothing is lost, nothing overwritten silently. */
export function ConflictPanel({ who, what, secondsAgo, fields, draftKept, pending, onKeepTheirs, onSaveMine }: Props) {
  const { t } = useTranslation('parts')
  const ago = (seconds: number): string =>
    seconds < 60
      ? t('conflict.seconds', { count: Math.max(1, Math.round(seconds)) })
      : t('conflict.minutes', { count: Math.floor(seconds / 60) })
  return (
    <section className={css.conflict} role="alert">
      <header>
        <IconArrowsSplit2 className={css.conflictIcon} size={18} stroke={1.6} aria-hidden />
        {secondsAgo === undefined
          ? t('conflict.titleNow', { who, what })
          : t('conflict.title', { who, what, when: ago(secondsAgo) })}
      </header>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ label, theirs, yours }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{theirs}</td>
              <td>
                {yours === undefined ? (
                  <span style={{ color: 'var(--text-3)' }}>{t('conflict.unchanged')}</span>
                ) : (
                  <span className={css.mine}>{yours}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <footer>
        <p>{draftKept && t('conflict.draftKept')}</p>
        <Button onClick={onKeepTheirs} disabled={pending}>
          {t('conflict.keepTheirs')}
        </Button>
        <Button variant="filled" onClick={onSaveMine} loading={pending ?? false}>
          {t('conflict.saveMine')}
        </Button>
      </footer>
    </section>
  )
}
