import css from './seal.module.css'

/** The picture of a company chop: four characters of the name in a red square. It says who, it is not the seal itself. */
export function Seal({ company }: { company: string }) {
  const characters = [...company.replace(/[\s（）()]/g, '')].slice(0, 4)
  return (
    <span className={css.seal} aria-hidden="true">
      {characters.slice(0, 2).join('')}
      <br />
      {characters.slice(2).join('')}
    </span>
  )
}
