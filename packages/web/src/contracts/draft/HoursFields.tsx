import { Checkbox, Radio } from '@mantine/core'
import { useTranslation } from '../../i18n/i18n.ts'
import { TimeField } from '../../parts/input/TimeField.tsx'
import css from './draft.module.css'
import { type Hours, weekdays } from './hours.ts'

type HoursProps = { hours: Hours; onChange: (hours: Hours) => void; error: string | undefined }

/** Working hours, with the question of the lunch break that nobody may leave open. */
export function HoursFields({ hours, onChange, error }: HoursProps) {
  const { t } = useTranslation('contracts')
  const set = (part: Partial<Hours>): void => onChange({ ...hours, ...part })
  const time = (label: string, field: 'from' | 'to' | 'lunchFrom' | 'lunchTo') => (
    <TimeField label={label} value={hours[field]} onChange={at => set({ [field]: at })} />
  )
  return (
    <>
      <Checkbox.Group
        label={t('draft.weekdays')}
        value={hours.days}
        onChange={days => set({ days: weekdays.filter(day => days.includes(day)) })}
      >
        <div className={css.days}>
          {weekdays.map(day => (
            <Checkbox key={day} value={day} label={t(`weekday.${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={css.grid}>
        {time(t('draft.opens'), 'from')}
        {time(t('draft.closes'), 'to')}
      </div>
      <Radio.Group
        label={t('draft.lunchAsked')}
        description={t('draft.lunchWhy')}
        required
        value={hours.lunch === 'unasked' ? null : hours.lunch}
        onChange={lunch => set({ lunch: lunch as Hours['lunch'] })}
      >
        <div className={css.days} style={{ marginTop: 8 }}>
          <Radio value="none" label={t('draft.lunchNone')} />
          <Radio value="break" label={t('draft.lunchBreak')} />
        </div>
      </Radio.Group>
      {hours.lunch === 'break' && (
        <div className={css.grid}>
          {time(t('draft.lunchFrom'), 'lunchFrom')}
          {time(t('draft.lunchTo'), 'lunchTo')}
        </div>
      )}
      <Checkbox
        label={t('draft.chineseHolidays', { zone: hours.zone })}
        checked={hours.chineseHolidays}
        onChange={event => set({ chineseHolidays: event.currentTarget.checked })}
      />
      {error && <p className={css.error}>{error}</p>}
    </>
  )
}
