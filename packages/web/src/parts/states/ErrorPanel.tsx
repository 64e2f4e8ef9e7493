import { Button } from '@mantine/core'
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { problemOf, useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { CopyText } from './CopyText.tsx'
import css from './states.module.css'

type Props = {
  /** What failed, as a sentence. */
  title: string
  /** What the call threw; `undefined` when the screen itself broke. */
  error: unknown
  /** What is still right. */
  children?: ReactNode
  onRetry?: () => void
}

/** A region that failed, alone: what, why, what is still right, try again, an id to give to support. */
export function ErrorPanel({ title, error, children, onRetry }: Props) {
  const { t } = useTranslation('parts')
  const text = useProblemText()
  const problem = problemOf(error)
  return (
    <div className={`${css.panel} ${css.error}`} role="alert">
      <IconPlugConnectedX size={20} stroke={1.6} aria-hidden />
      <div className={css.grow}>
        <p className={css.title}>{title}</p>
        {error !== undefined && <p>{text(error)}</p>}
        {children && <p>{children}</p>}
        <div className={css.row}>
          {onRetry && (
            <Button leftSection={<IconRefresh size={16} stroke={1.6} />} onClick={onRetry}>
              {t('error.tryAgain')}
            </Button>
          )}
          {problem?.requestId && (
            <CopyText text={problem.requestId} label={t('error.copy')} copied={t('error.copied')} className={css.code} />
          )}
        </div>
      </div>
    </div>
  )
}
