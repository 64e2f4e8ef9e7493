import css from './list.module.css'

type Props<Name extends string> = {
  label: string
  views: readonly { name: Name; label: string }[]
  counts: Record<Name, number> | undefined
  chosen: Name
  onChoose: (name: Name) => void
}

/** Views of a list in the left column, each with its count. */
export function ViewList<Name extends string>({ label, views, counts, chosen, onChoose }: Props<Name>) {
  return (
    <nav className={css.views} aria-label={label}>
      <p>{label}</p>
      {views.map(({ name, label: words }) => (
        <button
          key={name}
          type="button"
          data-chosen={name === chosen || undefined}
          aria-current={name === chosen ? 'true' : undefined}
          onClick={() => onChoose(name)}
        >
          <span>{words}</span>
          {counts && <small>{counts[name]}</small>}
        </button>
      ))}
    </nav>
  )
}
