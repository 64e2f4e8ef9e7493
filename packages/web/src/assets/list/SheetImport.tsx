import { Button, Modal, Textarea } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { sheetColumns } from '@pactdesk/domain/service-support/configuration/device-sheet'
import { countDevices, importDevices, listDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import css from '../clients.module.css'

type Report = ResponseOf<typeof importDevices>

/** Devices from a CSV sheet: first a look at what it would do, line by line, then the import itself. */
export function SheetImport({ client, onClose }: { client: string; onClose: () => void }) {
  const { t } = useTranslation('clients')
  const text = useProblemText()
  const [csv, setCsv] = useState('')
  const [report, setReport] = useState<Report>()
  const look = useApiMutation(importDevices, { onDone: ({ value }) => setReport(value) })
  const run = useApiMutation(importDevices, { refreshes: [listDevices, countDevices] })
  const write = (next: string): void => {
    setCsv(next)
    setReport(undefined)
  }
  const call = { params: { client } }
  const importAll = async (): Promise<void> => {
    // A request registers a limited number of lines; the same sheet again goes on where it stopped.
    let registered = 0
    for (let rest = 1; rest > 0; ) {
      const answer = await run.send({ ...call, body: { csv, mode: 'good-rows', dryRun: false } })
      if (!answer) return
      registered += answer.value.registered.length
      rest = answer.value.registered.length > 0 ? answer.value.remaining : 0
    }
    sayDone(t('sheet.done', { count: registered }))
    onClose()
  }
  const error = look.error ?? run.error
  const fresh = report ? report.registered.length + report.remaining : 0
  return (
    <Modal opened onClose={onClose} title={t('sheet.title')} size={680} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={css.form}>
        <p className={css.hint}>{t('sheet.hint', { columns: sheetColumns.join(', ') })}</p>
        <div className={css.drop}>
          <Button component="label" leftSection={<IconFileSpreadsheet size={16} />}>
            {t('sheet.choose')}
            <input
              className="hidden-text"
              type="file"
              accept=".csv,text/csv"
              onChange={event => void event.currentTarget.files?.[0]?.text().then(write)}
            />
          </Button>
          <span className={css.hint}>{t('sheet.orPaste')}</span>
        </div>
        <Textarea
          aria-label={t('sheet.title')}
          value={csv}
          rows={8}
          styles={{ input: { fontFamily: 'var(--font-mono)', fontSize: 'var(--fs-12)' } }}
          placeholder={'id,class,name,antivirus,backup\nPC-01,pc,前台电脑,yes,no'}
          onChange={event => write(event.currentTarget.value)}
        />
        {report && (
          <div className={css.result} role="status">
            <p>
              {t('sheet.report', {
                fresh,
                unchanged: report.unchanged.length,
                errors: report.errors.length,
              })}
            </p>
            {report.errors.length > 0 && (
              <ul className={css.errors}>
                {report.errors.map(({ line, column, detail }) => (
                  <li key={`${line}${column ?? ''}${detail}`}>{t('sheet.line', { line, detail })}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        {error !== null && (
          <p className={css.error} role="alert">
            {text(error)}
          </p>
        )}
        <footer>
          <span>{report && report.errors.length > 0 && fresh > 0 ? t('sheet.goodOnly') : ''}</span>
          <Button
            loading={look.pending}
            disabled={!csv.trim()}
            onClick={() => void look.send({ ...call, body: { csv, mode: 'good-rows', dryRun: true } })}
          >
            {t('sheet.check')}
          </Button>
          <Button variant="filled" loading={run.pending} disabled={fresh === 0} onClick={() => void importAll()}>
            {t('sheet.import', { count: fresh })}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}
