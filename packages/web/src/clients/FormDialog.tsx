import { Button, Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { problemOf, useProblemText } from '../api/problem.ts'
import { useTranslation } from '../i18n/i18n.ts'
import css from './clients.module.css'

type Props = {
  title: string
  onClose: () => void
  action: string
  onSubmit: () => void
  pending: boolean
  error: unknown
  /** Why it can't be saved yet. */
  missing?: string | undefined
  wide?: boolean
  children: ReactNode
}

/** A form in a dialog: what was typed stays when the server refuses it, and the refusal names its fields. */
export function FormDialog({ title, onClose, action, onSubmit, pending, error, missing, wide, children }: Props) {
  const { t } = useTranslation('clients')
  const text = useProblemText()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!missing && !pending) onSubmit()
  }
  const fields = problemOf(error)?.errors ?? []
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 640 : 480}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={css.form} onSubmit={submit} noValidate>
        {children}
        {error !== null && error !== undefined && (
          <div className={css.error} role="alert">
            <p>{text(error)}</p>
            {fields.map(({ path, detail }) => (
              <p key={path}>{`${path}: ${detail}`}</p>
            ))}
          </div>
        )}
        <footer>
          <span>{missing}</span>
          <Button onClick={onClose} disabled={pending}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="filled" loading={pending} disabled={Boolean(missing)}>
            {action}
          </Button>
        </footer>
      </form>
    </Modal>
  )
}
