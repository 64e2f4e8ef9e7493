import { Checkbox } from '@mantine/core'
import { useTranslation } from '../../../i18n/i18n.ts'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { CountField } from '../fields.tsx'
import type { FormSite } from '../form.ts'
import { HoursFields } from '../HoursFields.tsx'
import { Section } from '../Section.tsx'

/** Clause 3(6), 3(7): sites with N, working hours with the question of the lunch break, severe faults. */
export function Service(editor: Editor) {
  const { form, set, error } = editor
  const { t } = useTranslation('contracts')
  const change = (site: string, part: Partial<FormSite>): void =>
    set({ sites: form.sites.map(each => (each.site === site ? { ...each, ...part } : each)) })
  const at = (site: FormSite): number => form.sites.filter(({ served }) => served).indexOf(site)
  return (
    <>
      <Section title={t('draft.sites')} clause="3(6)" hint={t('draft.sitesHint')}>
        {error('sites') && !form.sites.some(({ served }) => served) && <p className={css.error}>{error('sites')}</p>}
        {form.sites.map(site => (
          <div key={site.site} className={css.site}>
            <Checkbox
              checked={site.served}
              onChange={event => change(site.site, { served: event.currentTarget.checked })}
              label={
                <>
                  {site.name} <small>{site.address}</small>
                </>
              }
            />
            {site.served && (
              <CountField
                label={t('draft.arrival', { site: site.name })}
                value={site.arrivalMinutes}
                onChange={arrivalMinutes => change(site.site, { arrivalMinutes })}
                unit={t('draft.minutes')}
                error={error(`sites.${at(site)}.arrivalMinutes`)}
              />
            )}
          </div>
        ))}
      </Section>
      <Section title={t('draft.hours')} clause="3(6)" hint={t('draft.hoursHint')}>
        {form.hours ? (
          <HoursFields hours={form.hours} onChange={hours => set({ hours })} error={error('calendar')} />
        ) : (
          <p>{t('draft.ownCalendar')}</p>
        )}
      </Section>
      <Section title={t('draft.severe')} clause="3(7)" hint={t('draft.severeHint')}>
        <div className={css.grid}>
          <CountField
            label={t('draft.severeArrival')}
            value={form.severeArrivalMinutes}
            onChange={severeArrivalMinutes => set({ severeArrivalMinutes })}
            unit={t('draft.minutes')}
            error={error('severeArrivalMinutes')}
          />
        </div>
        <Checkbox
          label={t('draft.severeAtClosing')}
          checked={form.severeAtClosing}
          onChange={event => set({ severeAtClosing: event.currentTarget.checked })}
        />
      </Section>
    </>
  )
}
