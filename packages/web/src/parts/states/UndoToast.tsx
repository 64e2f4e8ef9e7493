import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './states.module.css'
import { dismiss, type Toast, useToasts } from './toasts.ts'

type ToastProps = { text: string; seconds: number; onUndo?: (() => void) | undefined; onClose: () => void }

/** One line on black: what was done, undo, seconds left. */
export function UndoToast({ text, seconds, onUndo, onClose }: ToastProps) {
  const { t } = useTranslation('parts')
  return (
    <div className={css.toast}>
      <IconCheck size={18} stroke={1.8} aria-hidden />
      <span className={css.grow}>{text}</span>
      {onUndo ? (
        <>
          <button type="button" onClick={onUndo}>
            {t('undo.undo')}
          </button>
          <small aria-hidden="true">{t('undo.seconds', { count: seconds })}</small>
        </>
      ) : (
        <button type="button" onClick={onClose} aria-label={t('undo.dismiss')}>
          <IconX size={16} aria-hidden />
        </button>
      )}
    </div>
  )
}

/** Counts itself down and goes. */
function Counting({ toast }: { toast: Toast }) {
  const [left, setLeft] = useState(() => toast.until - Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      const rest = toast.until - Date.now()
      if (rest <= 0) dismiss(toast.id)
      else setLeft(rest)
    }, 250)
    return () => clearInterval(timer)
  }, [toast])
  const undo =
    toast.undo &&
    (() => {
      toast.undo?.()
      dismiss(toast.id)
    })
  return <UndoToast text={toast.text} seconds={Math.ceil(left / 1000)} onUndo={undo} onClose={() => dismiss(toast.id)} />
}

/** Where `sayDone` speaks; once in the app. */
export function Toasts() {
  const toasts = useToasts()
  return (
    <div className={css.toasts} role="status" aria-live="polite">
      {toasts.map(toast => (
        <Counting key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
