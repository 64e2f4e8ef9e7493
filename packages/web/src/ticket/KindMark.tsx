import { IconBolt, IconShoppingBag } from '@tabler/icons-react'
import { useTranslation } from '../i18n/i18n.ts'

/** Incident or request, as the icon before a number. */
export function KindMark({ kind, portal }: { kind: 'incident' | 'request'; portal?: boolean }) {
  const { t } = useTranslation('ticket')
  const Shape = kind === 'incident' ? IconBolt : IconShoppingBag
  const word = portal ? t(`portalKind.${kind}`) : t(`kind.${kind}`)
  return (
    <span title={word} style={{ display: 'inline-flex', color: 'var(--text-3)', verticalAlign: '-2px', marginRight: 4 }}>
      <Shape size={14} stroke={1.6} aria-hidden />
      <span className="hidden-text">{word}</span>
    </span>
  )
}
