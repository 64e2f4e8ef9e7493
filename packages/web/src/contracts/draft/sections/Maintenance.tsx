import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from '../../../i18n/i18n.ts'
import { DateField } from '../../../parts/input/DateField.tsx'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { CountField, TermSwitch } from '../fields.tsx'
import { Section } from '../Section.tsx'

/** Clause 2: visit plan, reinstallation, standby server, training, access line, labour on parts. */
export function Maintenance({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const { reinstall, standby, accessLine } = form
  const checks = form.base.maintenance?.checklist.length ?? 0
  return (
    <Section title={t('draft.visits')} clause="2(1)(5)" hint={t('draft.visitsHint', { count: checks })}>
      <div className={css.grid}>
        <CountField
          label={t('draft.visitEvery')}
          value={form.visitEvery}
          onChange={visitEvery => set({ visitEvery })}
          unit={t('draft.months')}
          error={error('maintenance.everyMonths')}
        />
        <CountField
          label={t('draft.trainings')}
          value={form.trainings}
          min={0}
          onChange={trainings => set({ trainings })}
          unit={t('draft.aYear')}
          error={error('trainingVisitsPerYear')}
        />
      </div>
      <Checkbox
        label={t('draft.partsLabourFree')}
        checked={form.partsLabourFree}
        onChange={event => set({ partsLabourFree: event.currentTarget.checked })}
      />
      <TermSwitch
        clause="2(2)(5)"
        label={t('draft.reinstall')}
        on={reinstall.on}
        onChange={on => set({ reinstall: { ...reinstall, on } })}
      >
        <CountField
          label={t('draft.reinstallEvery')}
          value={reinstall.every}
          onChange={every => set({ reinstall: { ...reinstall, every } })}
          unit={t('draft.months')}
          error={error('maintenance.reinstall')}
        />
      </TermSwitch>
      <TermSwitch
        clause="2(3)(1)"
        label={t('draft.accessLine')}
        on={accessLine.on}
        onChange={on => set({ accessLine: { ...accessLine, on } })}
      >
        <TextInput
          label={t('draft.carrier')}
          value={accessLine.carrier}
          onChange={event => set({ accessLine: { ...accessLine, carrier: event.currentTarget.value } })}
          error={error('accessLine.carrier')}
        />
        <TextInput
          label={t('draft.speed')}
          value={accessLine.mbps}
          inputMode="decimal"
          onChange={event => set({ accessLine: { ...accessLine, mbps: event.currentTarget.value } })}
          error={error('accessLine.mbps')}
          rightSection={<span className={css.unit}>Mbps</span>}
          rightSectionWidth={52}
        />
      </TermSwitch>
      <TermSwitch
        clause="2(4)(3)"
        label={t('draft.standby')}
        on={standby.on}
        onChange={on => set({ standby: { ...standby, on } })}
      >
        <DateField
          label={t('draft.standbyBy')}
          value={standby.by}
          onChange={by => set({ standby: { ...standby, by } })}
          error={error('standbyServer.by')}
        />
      </TermSwitch>
    </Section>
  )
}
