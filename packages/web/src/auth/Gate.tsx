import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import mark from '../layout/mark.svg'
import css from './Gate.module.css'

type Props = { title?: string; text: string; action?: string; onAction?: () => void; waiting?: boolean; children?: ReactNode }

/** The one page before the app: signing in, no workspace, server away. */
export function Gate({ title, text, action, onAction, waiting, children }: Props) {
  return (
    <main className={css.gate} aria-busy={waiting}>
      <img src={mark} alt="Pactdesk" />
      {title && <h1>{title}</h1>}
      <p role={waiting ? 'status' : undefined}>{text}</p>
      {children}
      {action && (
        <Button variant="filled" onClick={onAction}>
          {action}
        </Button>
      )}
    </main>
  )
}
