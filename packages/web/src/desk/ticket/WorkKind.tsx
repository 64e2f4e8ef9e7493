import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { WorkType } from '@pactdesk/domain/outsourcing/metering/work-types'
import { checkTicketScope } from '@pactdesk/domain/service-support/incident/routes'
import { IconScale } from '@tabler/icons-react'
import { useApiQuery } from '../../api/query.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { guardSentence, kindsOfWork } from '../../ticket/guard.ts'
import css from './ticket.module.css'

type Props = {
  client: string | undefined
  site?: string | undefined
  /** What was typed: the guard suggests kinds by its words; a person chooses. */
  text: string
  value: WorkType | undefined
  onChange: (type: WorkType | undefined) => void
}

/** The kind of work, and what the out-of-scope guard says of it before anybody starts. */
export function WorkKind({ client, site, text, value, onChange }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const [typed] = useDebouncedValue(text.trim(), 400)
  const check = useApiQuery(
    checkTicketScope,
    {
      params: { client: client ?? '-' },
      query: { ...(value && { workType: value }), ...(site && { site }), ...(typed && { text: typed.slice(0, 500) }) },
    },
    { enabled: client !== undefined && (value !== undefined || typed.length > 3), keep: true },
  )
  const { verdict, suggestions = [] } = check.data?.value ?? {}
  const kinds = kindsOfWork(language)
  const suggested = value ? [] : suggestions.slice(0, 2)
  return (
    <div>
      <Select
        label={t('workKind.label')}
        placeholder={t('workKind.open')}
        data={(['in', 'out'] as const).map(scope => ({
          group: t(`workKind.${scope}`),
          items: kinds.filter(kind => kind.scope === scope).map(({ value: type, label }) => ({ value: type, label })),
        }))}
        value={value ?? null}
        onChange={type => onChange((type ?? undefined) as WorkType | undefined)}
        clearable
        searchable
        disabled={!client}
      />
      <p className={css.guard} role="status" data-out={verdict?.scope === 'out' || undefined}>
        {value && verdict && (
          <>
            <IconScale size={14} stroke={1.6} aria-hidden /> {guardSentence(verdict, language)}
            {verdict.scope === 'out' && !verdict.rateAgreed && ` ${t('workKind.noRate')}`}
          </>
        )}
        {suggested.map(({ workType, word, clause }) => (
          <button type="button" key={workType} onClick={() => onChange(workType)}>
            {t('workKind.suggest', { word, kind: kinds.find(kind => kind.value === workType)?.label ?? workType, clause })}
          </button>
        ))}
      </p>
    </div>
  )
}
