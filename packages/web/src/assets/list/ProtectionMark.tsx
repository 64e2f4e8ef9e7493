import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './assets.module.css'

const shapes = { yes: IconCheck, no: IconX, unknown: IconQuestionMark } as const

/** Whether a protection of clause 2(2)(3) is there, by shape and word. */
export function ProtectionMark({ value }: { value: keyof typeof shapes }) {
  const { t } = useTranslation('assets')
  const Shape = shapes[value]
  return (
    <span className={`${css.protection} ${css[value]}`}>
      <Shape size={14} stroke={2} aria-hidden />
      {t(`protection.${value}`)}
    </span>
  )
}
