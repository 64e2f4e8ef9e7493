import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { WorkType } from '@pactdesk/domain/outsourcing/metering/work-types'
import { checkTicketScope } from '@pactdesk/domain/service-support/incident/routes'
import { useApiQuery } from '../../api/query.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { kindsOfWork } from '../../ticket/guard.ts'
import css from './request.module.css'

type Props = {
  client: string
  site: string | undefined
  text: string
  value: WorkType | undefined
  onChange: (type: WorkType | undefined) => void
}

/** Says before it is sent that some work is outside the contract and will be quoted first; the person says whether it is that. */
export function OutsideHint({ client, site, text, value, onChange }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const [typed] = useDebouncedValue(text.trim(), 500)
  const check = useApiQuery(
    checkTicketScope,
    { params: { client }, query: { ...(site && { site }), text: typed.slice(0, 500) } },
    { enabled: typed.length > 3, keep: true },
  )
  const outside = check.data?.value.suggestions.find(({ scope }) => scope === 'out')
  const nameOf = (type: WorkType): string => kindsOfWork(language).find(kind => kind.value === type)?.label ?? type
  if (value)
    return (
      <div className={css.guard} role="status">
        <p>{t('outside.chosen', { kind: nameOf(value) })}</p>
        <div>
          <Button onClick={() => onChange(undefined)}>{t('outside.undo')}</Button>
        </div>
      </div>
    )
  if (!outside) return null
  return (
    <div className={css.guard} role="status">
      <p>{t('outside.hint', { word: outside.word, kind: nameOf(outside.workType), clause: outside.clause })}</p>
      <div>
        <Button onClick={() => onChange(outside.workType)}>{t('outside.yes', { kind: nameOf(outside.workType) })}</Button>
      </div>
    </div>
  )
}
