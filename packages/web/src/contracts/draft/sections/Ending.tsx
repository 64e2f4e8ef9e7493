import { Select, TextInput } from '@mantine/core'
import { useTranslation } from '../../../i18n/i18n.ts'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { CountField, PercentField, TermSwitch } from '../fields.tsx'
import { Section } from '../Section.tsx'

/** Clauses 4 to 6: ending early, disputes, renewal. */
export function Ending({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const { arbitration } = form
  return (
    <Section title={t('draft.ending')} clause="4" hint={t('draft.endingHint')}>
      <div className={css.grid}>
        <PercentField
          label={t('draft.penalty')}
          value={form.penalty}
          onChange={penalty => set({ penalty })}
          error={error('penaltyRate')}
        />
        <Select
          label={`${t('draft.refund')} 7(f)`}
          allowDeselect={false}
          value={form.refund}
          data={(['pro-rata-by-day', 'none'] as const).map(kind => ({ value: kind, label: t(`refund.${kind}`) }))}
          onChange={kind => set({ refund: kind as typeof form.refund })}
        />
        <CountField
          label={t('draft.reminder')}
          value={form.reminderDays}
          onChange={reminderDays => set({ reminderDays })}
          unit={t('draft.days')}
          error={error('renewalReminderDays')}
        />
      </div>
      <TermSwitch
        clause="5"
        label={t('draft.arbitration')}
        on={arbitration.on}
        onChange={on => set({ arbitration: { ...arbitration, on } })}
      >
        <TextInput
          className={css.wide}
          label={t('draft.commission')}
          value={arbitration.name}
          onChange={event => set({ arbitration: { ...arbitration, name: event.currentTarget.value } })}
          error={error('arbitration')}
        />
      </TermSwitch>
    </Section>
  )
}
