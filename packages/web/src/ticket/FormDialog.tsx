import { Button, Modal } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useProblemText } from '../api/problem.ts'
import { useTranslation } from '../i18n/i18n.ts'
import css from './form.module.css'

type Props = {
  title: string
  opened: boolean
  onClose: () => void
  /** Word on the button: what will have happened. */
  submit: string
  onSubmit: () => void
  pending: boolean
  /** What refused it; the text in the form stays. */
  error?: unknown
  /** Why it can't be sent yet, under the disabled button. */
  missing?: string | undefined
  /** What happens then, with figures: for what can't be undone. */
  effect?: ReactNode
  danger?: boolean
  size?: number
  children: ReactNode
}

/** A question in a dialog: fields, the effect stated, one button that waits for the server and counts once. ⌘Enter sends. */
export function FormDialog(props: Props) {
  const { title, opened, onClose, submit, onSubmit, pending, error, missing, effect, danger, size, children } = props
  const { t } = useTranslation('layout')
  const text = useProblemText()
  const send = (): void => {
    if (!pending && !missing) onSubmit()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size ?? 480} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={css.form}
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
        // Before a list of choices takes the Enter for itself.
        onKeyDownCapture={event => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
          event.preventDefault()
          event.stopPropagation()
          send()
        }}
      >
        {children}
        {effect && <p className={css.effect}>{effect}</p>}
        {error !== null && error !== undefined && (
          <p className={css.refused} role="alert">
            <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
            {text(error)}
          </p>
        )}
        <div className={css.foot}>
          {missing && <span className={css.missing}>{missing}</span>}
          <Button
            type="submit"
            variant="filled"
            loading={pending}
            disabled={missing !== undefined}
            {...(danger && { color: 'var(--bad-text)' })}
          >
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
