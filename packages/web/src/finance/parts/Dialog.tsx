import { Button, Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './finance.module.css'

type Props = {
  title: ReactNode
  opened: boolean
  onClose: () => void
  /** What will be different afterwards, in figures. */
  effect?: ReactNode
  submit: ReactNode
  onSubmit: () => void
  /** The form is not complete yet. */
  blocked?: boolean
  pending: boolean
  /** What the server refused; what was typed stays. */
  error: unknown
  danger?: boolean
  children?: ReactNode
}

/** A step that can't be undone: its fields, its effect in figures, one button that waits for the server. */
export function Dialog(props: Props) {
  const { title, opened, onClose, effect, submit, onSubmit, blocked, pending, error, danger, children } = props
  const { t } = useTranslation('finance')
  const problem = useProblemText()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (!blocked && !pending) onSubmit()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form className={css.dialog} onSubmit={send} noValidate>
        {children}
        {effect && (
          <p className={css.effect} aria-live="polite">
            {effect}
          </p>
        )}
        {error !== null && error !== undefined && (
          <p role="alert" className={css.bad}>
            {problem(error)}
          </p>
        )}
        <div className={css.actions}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={pending}
            disabled={blocked ?? false}
            {...(danger && { color: 'var(--bad-text)' })}
          >
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
