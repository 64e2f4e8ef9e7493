import { type ReactNode, useId } from 'react'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import css from './draft.module.css'

type Props = { title: string; clause?: string; hint?: ReactNode; children: ReactNode }

/** A card of the form, with the clause that it fills. */
export function Section({ title, clause, hint, children }: Props) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {clause && <ClauseTag clause={clause} />}
      </header>
      {hint && <p className={css.hint}>{hint}</p>}
      {children}
    </section>
  )
}
