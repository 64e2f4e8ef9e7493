import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './signing.module.css'

type Props = {
  title: string
  opened: boolean
  onClose: () => void
  /** What it does and can't be taken back, with figures. */
  effect: ReactNode
  error: unknown
  pending: boolean
  action: string
  onAction: () => void
  /** Why it can't be done yet; stands beside the button. */
  missing?: string | undefined
  danger?: boolean
  wide?: boolean
  children?: ReactNode
}

/** A step that can't be taken back: its effect in figures, what it needs, one button that waits for the server. */
export function StepDialog(props: Props) {
  const { title, opened, onClose, effect, error, pending, action, onAction, missing, danger, wide, children } = props
  const { t } = useTranslation('contracts')
  const text = useProblemText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 560 : 460}
      closeOnClickOutside={!pending}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <div className={css.dialog}>
        <p>{effect}</p>
        {children}
        {error !== null && error !== undefined && (
          <p className={css.error} role="alert">
            {text(error)}
          </p>
        )}
        <div className={css.actions}>
          {missing && <span className={css.missing}>{missing}</span>}
          <Button onClick={onClose} disabled={pending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            variant="filled"
            {...(danger && { color: 'var(--bad-text)' })}
            onClick={onAction}
            loading={pending}
            disabled={Boolean(missing)}
          >
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
