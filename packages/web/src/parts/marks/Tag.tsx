import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './marks.module.css'

export type Tone = 'quiet' | 'accent' | 'good' | 'warn' | 'bad' | 'plain'

/** A word with a tint, for states of things (ticket, contract, bill). Give it an icon where its colour says something. */
export function Tag({ tone = 'quiet', icon: Shape, children }: { tone?: Tone; icon?: Icon; children: ReactNode }) {
  return (
    <span className={`${css.tag} ${css[tone] ?? ''}`}>
      {Shape && <Shape size={14} stroke={1.8} aria-hidden />}
      {children}
    </span>
  )
}
