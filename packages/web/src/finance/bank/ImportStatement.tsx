import { Button } from '@mantine/core'
import { importBankStatement, listBankLines } from '@pactdesk/domain/outsourcing/billing/routes'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { problemOf, useErrorText, useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { billReads } from '../bill/use-bill.ts'
import card from '../parts/finance.module.css'
import { BankLines } from './BankLines.tsx'
import { decodeStatement, type ImportedLine, resultOf } from './statement.ts'

/** Reads the bank's CSV. All or nothing: a line that can't be read refuses the file and is named. */
export function ImportStatement({ currency }: { currency: string }) {
  const { t } = useTranslation('finance')
  const problem = useProblemText()
  const said = useErrorText()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [lines, setLines] = useState<readonly ImportedLine[]>()
  const take = useApiMutation(importBankStatement, {
    refreshes: [listBankLines, ...billReads],
    onDone: ({ value }) => setLines(value.lines),
  })
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setName(file.name)
    setLines(undefined)
    const csv = decodeStatement(new Uint8Array(await file.arrayBuffer()))
    await take.send({ body: { csv, currency } })
  }
  const failed = take.error === null || take.error === undefined ? undefined : take.error
  return (
    <section className={card.card}>
      <div className={`${card.pad} ${card.between}`}>
        <div className={card.grow}>
          <h2>{t('bank.import')}</h2>
          <p className={card.quiet}>{t('bank.importText')}</p>
        </div>
        <input
          ref={field}
          type="file"
          accept=".csv,text/csv"
          className="hidden-text"
          tabIndex={-1}
          aria-label={t('bank.choose')}
          onChange={event => {
            void read(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <Button
          variant="filled"
          leftSection={<IconUpload size={16} stroke={1.6} />}
          loading={take.pending}
          onClick={() => field.current?.click()}
        >
          {t('bank.choose')}
        </Button>
      </div>
      <div aria-live="polite">
        {take.pending && <p className={card.pad}>{t('bank.reading', { name })}</p>}
        {failed !== undefined && (
          <div className={card.pad} role="alert">
            <p className={card.bad}>{t('bank.unreadable', { name })}</p>
            <ul>
              {(problemOf(failed)?.errors ?? []).map(error => (
                <li key={`${error.path}${error.detail}`}>
                  {t('bank.line', { line: error.path.replace(/^line /, ''), what: said(error) })}
                </li>
              ))}
            </ul>
            {!problemOf(failed)?.errors?.length && <p>{problem(failed)}</p>}
          </div>
        )}
        {lines && (
          <>
            <p className={card.pad}>{t('bank.result', { name, ...resultOf(lines) })}</p>
            <BankLines lines={lines} />
          </>
        )}
      </div>
    </section>
  )
}
