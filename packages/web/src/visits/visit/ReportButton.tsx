import { Button } from '@mantine/core'
import { getVisitReport } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './visit.module.css'

/** The stored service report; while it is being made the place says so. */
export function ReportButton({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const text = useProblemText()
  const [state, setState] = useState<{ pending: boolean; error?: unknown }>({ pending: false })
  const { report } = visit
  if (!report) return null
  if (report === 'pending')
    return (
      <p className={css.quiet} role="status">
        {t('report.pending')}
      </p>
    )
  const open = async (): Promise<void> => {
    // Opened on the click itself: a window that opens later would be blocked.
    const target = window.open('', '_blank')
    setState({ pending: true })
    try {
      const { value } = await api.call(getVisitReport, { params: { client: visit.client, visit: visit.id } })
      if (target) target.location.href = value.url
      else window.location.href = value.url
      setState({ pending: false })
    } catch (error) {
      target?.close()
      setState({ pending: false, error })
    }
  }
  return (
    <div className={css.stack}>
      <Button
        loading={state.pending}
        leftSection={<IconFileTypePdf size={16} stroke={1.6} aria-hidden />}
        onClick={() => void open()}
      >
        {t('report.open')}
      </Button>
      <small>{t('report.hash', { hash: `${report.sha256.slice(0, 12)}…` })}</small>
      {state.error !== undefined && <p role="alert">{text(state.error)}</p>}
    </div>
  )
}
