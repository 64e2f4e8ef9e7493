import { Checkbox, Select } from '@mantine/core'
import { addDays, addMonths, daysBetween } from '@pactdesk/domain/kernel/time'
import { useTranslation } from '../../../i18n/i18n.ts'
import { DateField } from '../../../parts/input/DateField.tsx'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { CountField, PercentField, TermSwitch } from '../fields.tsx'
import type { DueForm } from '../form.ts'
import { Section } from '../Section.tsx'

const means = ['bank-transfer', 'bill', 'hosted-page'] as const

/** Clauses 1(2) to 1(4): term, payment, late fee. */
export function TermPayment({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const { firstDay, lastDay, lateFee } = form
  const days = firstDay && lastDay && firstDay <= lastDay ? daysBetween(firstDay, lastDay) + 1 : undefined
  const begin = (date: string | undefined): void =>
    set({ firstDay: date, ...(date && !lastDay && { lastDay: addDays(addMonths(date, 12), -1) }) })
  return (
    <>
      <Section title={t('draft.term')} clause="1(2)" hint={days ? t('draft.termDays', { days }) : t('draft.termHint')}>
        <div className={css.grid}>
          <DateField label={t('draft.firstDay')} required value={firstDay} onChange={begin} error={error('firstDay')} />
          <DateField
            label={t('draft.lastDay')}
            required
            value={lastDay}
            onChange={date => set({ lastDay: date })}
            error={error('lastDay')}
          />
        </div>
      </Section>
      <Section title={t('draft.payment')} clause="1(3)" hint={t('draft.paymentHint')}>
        <DueFields due={form.paymentDue} onChange={paymentDue => set({ paymentDue })} error={error('paymentDue')} />
        <Checkbox.Group
          label={t('draft.means')}
          value={form.paymentMeans}
          onChange={chosen => set({ paymentMeans: means.filter(one => chosen.includes(one)) })}
          error={error('paymentMeans') ?? error('provider.bank')}
        >
          <div className={css.days}>
            {means.map(one => (
              <Checkbox key={one} value={one} label={t(`means.${one}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <TermSwitch
          label={t('draft.lateFee')}
          clause="1(4)"
          on={lateFee.on}
          onChange={on => set({ lateFee: { ...lateFee, on } })}
        >
          <PercentField
            label={t('draft.lateFeeRate')}
            value={lateFee.percent}
            onChange={percent => set({ lateFee: { ...lateFee, percent } })}
            error={error('lateFee.ratePerDay')}
          />
          <div>
            <Checkbox
              mb={8}
              label={t('draft.lateFeeCapped')}
              checked={lateFee.capped}
              onChange={event => set({ lateFee: { ...lateFee, capped: event.currentTarget.checked } })}
            />
            {lateFee.capped && (
              <PercentField
                label={t('draft.lateFeeCap')}
                value={lateFee.cap}
                onChange={cap => set({ lateFee: { ...lateFee, cap } })}
                error={error('lateFee.capShare')}
              />
            )}
          </div>
          <p className={`${css.hint} ${css.wide}`}>{t('draft.lateFeeHint')}</p>
        </TermSwitch>
      </Section>
    </>
  )
}

type DueProps = { due: DueForm; onChange: (due: DueForm) => void; error: string | undefined }

/** Days, of which kind, whether the first counts, and what happens to a last day that is no working day. */
export function DueFields({ due, onChange, error }: DueProps) {
  const { t } = useTranslation('contracts')
  return (
    <div className={css.grid}>
      <CountField label={t('due.days')} value={due.days} min={0} onChange={days => onChange({ ...due, days })} error={error} />
      <Select
        label={t('due.kind')}
        allowDeselect={false}
        value={due.dayKind}
        data={[
          { value: 'calendar', label: t('due.calendar') },
          { value: 'working', label: t('due.working') },
        ]}
        onChange={kind => onChange({ ...due, dayKind: kind as DueForm['dayKind'] })}
      />
      <Checkbox
        label={t('due.startCounts')}
        checked={due.startDayCounts}
        onChange={event => onChange({ ...due, startDayCounts: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('due.rolls')}
        checked={due.roll === 'next-working-day'}
        onChange={event => onChange({ ...due, roll: event.currentTarget.checked ? 'next-working-day' : 'none' })}
      />
    </div>
  )
}
