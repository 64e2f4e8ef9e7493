import type { ReactNode } from 'react'
import css from './parts.module.css'

/** A part under its name. */
export function Section({ title, note, card, children }: { title: string; note?: string; card?: boolean; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>
        {title}
        {note && <small className={css.note}>{note}</small>}
      </h2>
      {card ? <div className={css.card}>{children}</div> : children}
    </section>
  )
}
