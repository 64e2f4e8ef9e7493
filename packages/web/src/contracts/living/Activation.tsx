import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { ProgressSteps } from '../../parts/steps/ProgressSteps.tsx'
import css from './living.module.css'

/** What a signed contract sets going, step by step; gone from the page once all is done. */
export function Activation({ steps }: { steps: NonNullable<ContractView['steps']> }) {
  const { t } = useTranslation('contracts')
  const settled = steps.filter(({ status }) => status === 'done' || status === 'skipped')
  const failed = steps.filter(({ status }) => status === 'failed')
  if (settled.length === steps.length) return null
  const current = steps.find(({ status }) => status === 'waiting')?.step
  return (
    <section className={css.notice} aria-label={t('activation.title')} aria-live="polite">
      <strong>{t('activation.progress', { done: settled.length, all: steps.length })}</strong>
      <ProgressSteps
        steps={steps.map(({ step, status }) => ({
          label: t(`activation.step.${step}`),
          state: status === 'done' || status === 'skipped' ? 'done' : step === current ? 'current' : 'todo',
        }))}
      />
      {failed.map(({ step, note, attempts }) => (
        <p key={step} style={{ display: 'flex', gap: 6, color: 'var(--warn-text)' }}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('activation.failed', { step: t(`activation.step.${step}`), note: note ?? '–', attempts })}
        </p>
      ))}
    </section>
  )
}
