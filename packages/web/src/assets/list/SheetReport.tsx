import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { deviceClasses } from '@pactdesk/domain/service-support/configuration/device'
import type { importDevices } from '@pactdesk/domain/service-support/configuration/routes'
import i18next from 'i18next'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import css from './assets.module.css'

export type Report = ResponseOf<typeof importDevices>
type SheetError = Report['errors'][number]

/** Ids that are named; the rest is counted. */
const named = 24

/** What a sheet would do: which devices are new, which are known, and what is wrong, by line and column. */
export function SheetReport({ report }: { report: Report }) {
  const { t } = useTranslation('assets')
  const { wanted, unchanged, errors } = report
  const more = wanted.length - Math.min(named, wanted.length)
  return (
    <div className={css.result} role="status">
      <p>{t('sheet.report', { fresh: wanted.length, unchanged: unchanged.length, errors: errors.length })}</p>
      {wanted.length > 0 && (
        <p className={css.ids}>
          {wanted.slice(0, named).map(id => (
            <Tag key={id}>{id}</Tag>
          ))}
          {more > 0 && <span className={css.hint}>{t('sheet.more', { count: more })}</span>}
        </p>
      )}
      {errors.length > 0 && (
        <ul className={css.errors}>
          {errors.map(error => (
            <li key={`${error.line}${error.column ?? ''}${error.detail}`}>
              <b>{t('sheet.line', { line: error.line })}</b> <Wrong error={error} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** In the reader's language where the code has words there; else what the server wrote. */
function Wrong({ error: { code, column = '', value = '', detail } }: { error: SheetError }) {
  const { t } = useTranslation('assets')
  const kind = code.slice('configuration.sheet-'.length)
  const reason = kind === 'value' && value === '' ? 'empty' : kind
  if (!i18next.exists(`assets:sheet.wrong.${reason}`)) return <span lang="en">{detail}</span>
  const allowed = { class: deviceClasses.join(', '), antivirus: 'yes, no, unknown', backup: 'yes, no, unknown' }[column]
  return (
    <>
      {t(`sheet.wrong.${reason as 'value'}`, { column, value })}
      {reason === 'value' && allowed && ` ${t('sheet.allowed', { list: allowed })}`}
    </>
  )
}
