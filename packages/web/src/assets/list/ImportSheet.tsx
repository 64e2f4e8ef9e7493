import { Button, FileInput } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { countDevices, importDevices, listDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { Choice } from '../../ticket/Choice.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import css from './assets.module.css'

type Outcome = ResponseOf<typeof importDevices>
type Mode = 'all-or-nothing' | 'good-rows'

/** A CSV sheet: tried first without effect, with every line that is wrong, then imported. */
export function ImportSheet({ client, onClose }: { client: string; onClose: () => void }) {
  const { t } = useTranslation('assets')
  const [file, setFile] = useState<File | null>(null)
  const [csv, setCsv] = useState('')
  const [mode, setMode] = useState<Mode>('all-or-nothing')
  const [outcome, setOutcome] = useState<{ tried: boolean; found: Outcome }>()
  const send = useApiMutation(importDevices, { refreshes: [listDevices, countDevices] })
  const choose = async (chosen: File | null): Promise<void> => {
    setFile(chosen)
    setOutcome(undefined)
    setCsv(chosen ? await chosen.text() : '')
  }
  const run = async (dryRun: boolean): Promise<void> => {
    const answer = await send.send({ params: { client }, body: { csv, mode, dryRun } })
    if (!answer) return
    const { value } = answer
    setOutcome({ tried: dryRun, found: value })
    if (dryRun || value.registered.length === 0) return
    sayDone(t('sheet.done', { count: value.registered.length }))
    if (value.errors.length === 0 && value.remaining === 0) onClose()
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('sheet.title')}
      submit={t('importDo')}
      pending={send.pending}
      error={send.error}
      missing={csv === '' ? t('sheet.missing') : undefined}
      onSubmit={() => void run(false)}
      size={560}
    >
      <FileInput
        label={t('sheet.file')}
        description={t('sheet.hint')}
        accept=".csv,text/csv"
        value={file}
        onChange={chosen => void choose(chosen)}
      />
      <Choice
        label={t('sheet.mode')}
        value={mode}
        onChange={setMode}
        options={(['all-or-nothing', 'good-rows'] as const).map(value => ({ value, label: t(`sheet.${value}`) }))}
      />
      <Button disabled={csv === '' || send.pending} onClick={() => void run(true)}>
        {t('sheet.try')}
      </Button>
      {outcome && <Report {...outcome} />}
    </FormDialog>
  )
}

function Report({ tried, found }: { tried: boolean; found: Outcome }) {
  const { t } = useTranslation('assets')
  return (
    <div role="status">
      <p>
        {t('sheet.found', {
          rows: found.rows,
          registered: found.registered.length,
          unchanged: found.unchanged.length,
          errors: found.errors.length,
        })}
        {tried && ` ${t('sheet.tried')}`}
        {found.remaining > 0 && ` ${t('sheet.remaining', { count: found.remaining })}`}
      </p>
      <ul className={css.errors}>
        {found.errors.map(({ line, column, code, detail }) => (
          <li key={`${line} ${column} ${code}`}>
            {t('sheet.line', { line })}
            {column && ` · ${column}`} · <span lang="en">{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
