import { useState } from 'react'
import css from './states.module.css'

type Props = { text: string; label: string; copied: string; className?: string | undefined }

/** A text and, beside it, the word that copies it. */
export function CopyText({ text, label, copied, className }: Props) {
  const [done, setDone] = useState(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setDone(true))
  }
  return (
    <>
      <code className={className}>{text}</code>
      <button type="button" className={css.link} onClick={copy}>
        <span aria-live="polite">{done ? copied : label}</span>
      </button>
    </>
  )
}
