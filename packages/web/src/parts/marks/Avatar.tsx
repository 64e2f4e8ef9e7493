import { useTranslation } from '../../i18n/i18n.ts'
import { initialsOf, tintOf } from './initials.ts'
import css from './marks.module.css'

type Props = { name?: string | undefined; size?: 18 | 20 | 24 | 28 | 32 }

/** A person: initials on a tint that is always the same for the same name; a dashed circle for nobody. */
export function Avatar({ name, size = 20 }: Props) {
  const { t } = useTranslation('parts')
  const box = { width: size, height: size, fontSize: Math.max(8, Math.round(size * 0.4)) }
  if (!name)
    return (
      <span className={`${css.face} ${css.nobody}`} style={box} title={t('avatar.unassigned')}>
        <span className="hidden-text">{t('avatar.unassigned')}</span>
      </span>
    )
  return (
    <span className={css.face} style={{ ...box, ...tintOf(name) }} title={name} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** A client: the one character of its mark in a small square. */
export function ClientMark({ mark, name, size = 18 }: { mark?: string | undefined; name: string; size?: 18 | 20 | 24 | 28 }) {
  return (
    <span
      className={`${css.face} ${css.square}`}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.62), ...tintOf(name) }}
      title={name}
      aria-hidden="true"
    >
      {mark ?? initialsOf(name).slice(0, 1)}
    </span>
  )
}
