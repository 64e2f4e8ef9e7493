import { Button, Modal, Textarea } from '@mantine/core'
import { sheetColumns } from '@pactdesk/domain/service-support/configuration/device-sheet'
import { countDevices, importDevices, listDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import css from './assets.module.css'
import { type Report, SheetReport } from './SheetReport.tsx'
import { sheetText } from './sheet-text.ts'

/** Devices from a CSV sheet: first a look at what it would do, line by line, then the import itself. */
export function SheetImport({ client, onClose }: { client: string; onClose: () => void }) {
  const { t } = useTranslation('assets')
  const text = useProblemText()
  const [csv, setCsv] = useState('')
  const [report, setReport] = useState<Report>()
  const [registered, setRegistered] = useState(0)
  const look = useApiMutation(importDevices, { onDone: ({ value }) => setReport(value) })
  const run = useApiMutation(importDevices, { refreshes: [listDevices, countDevices] })
  const write = (next: string): void => {
    setCsv(next)
    setReport(undefined)
  }
  const call = { params: { client } }
  const importAll = async (): Promise<void> => {
    // A request registers a limited number of lines; the same sheet again goes on where it stopped.
    let done = 0
    for (let rest = 1; rest > 0; ) {
      const answer = await run.send({ ...call, body: { csv, mode: 'good-rows', dryRun: false } })
      if (!answer) return
      done += answer.value.registered.length
      setRegistered(done)
      rest = answer.value.registered.length > 0 ? answer.value.remaining : 0
    }
    sayDone(t('sheet.done', { count: done }))
    onClose()
  }
  const error = look.error ?? run.error
  const fresh = report?.wanted.length ?? 0
  return (
    <Modal opened onClose={onClose} title={t('sheet.title')} size={680} closeButtonProps={{ 'aria-label': t('sheet.close') }}>
      <div className={css.form}>
        <p className={css.hint}>{t('sheet.hint', { columns: sheetColumns.join(', ') })}</p>
        <div className={css.drop}>
          <Button component="label" leftSection={<IconFileSpreadsheet size={16} aria-hidden />}>
            {t('sheet.choose')}
            <input
              className="hidden-text"
              type="file"
              accept=".csv,text/csv"
              onChange={event => void event.currentTarget.files?.[0]?.arrayBuffer().then(bytes => write(sheetText(bytes)))}
            />
          </Button>
          <span className={css.hint}>{t('sheet.orPaste')}</span>
        </div>
        <Textarea
          aria-label={t('sheet.title')}
          value={csv}
          rows={8}
          styles={{ input: { fontFamily: 'var(--font-mono)', fontSize: 'var(--fs-12)', whiteSpace: 'pre', overflowX: 'auto' } }}
          placeholder={'id,class,name,antivirus,backup\nPC-01,pc,前台电脑,yes,no'}
          onChange={event => write(event.currentTarget.value)}
        />
        {report && <SheetReport report={report} />}
        {run.pending && fresh > 0 && <p role="status">{t('sheet.progress', { done: registered, all: fresh })}</p>}
        {error !== null && (
          <p className={css.bad} role="alert">
            {text(error)}
          </p>
        )}
        <div className={css.foot}>
          <span className={css.hint}>{report && report.errors.length > 0 && fresh > 0 ? t('sheet.goodOnly') : ''}</span>
          <Button
            loading={look.pending}
            disabled={!csv.trim()}
            {...(!report && { variant: 'filled' })}
            onClick={() => void look.send({ ...call, body: { csv, mode: 'good-rows', dryRun: true } })}
          >
            {t('sheet.check')}
          </Button>
          <Button
            {...(report && { variant: 'filled' })}
            loading={run.pending}
            disabled={fresh === 0}
            onClick={() => void importAll()}
          >
            {t('sheet.import', { count: fresh })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
