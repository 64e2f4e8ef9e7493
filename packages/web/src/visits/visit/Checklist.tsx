import { Button } from '@mantine/core'
import { checkVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconCheck, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { CheckDialog } from './CheckDialog.tsx'
import { doneEntries, openResults } from './checks.ts'
import { useVisitCommand } from './use-visit.ts'
import css from './visit.module.css'

/** The contract's checklist: one tap says a task is done on all devices still open, its figure opens the exceptions. */
export function Checklist({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const problem = useProblemText()
  const [editing, setEditing] = useState<string>()
  const ref = { client: visit.client, visit: visit.id }
  const open = openResults(visit.missing.checks)
  const record = useVisitCommand(checkVisit, ref, undefined)
  const may = visit.actions.includes('check')
  const done = (task?: string): void =>
    void record.send({ params: ref, body: { entries: doneEntries(visit.missing.checks, task) } })
  const edited = visit.tasks.find(({ key }) => key === editing)
  return (
    <section className={css.card}>
      <header>
        <h2>{t('check.title')}</h2>
        {visit.tasks[0] && <ClauseTag clause={visit.tasks[0].clause} />}
        <span className={css.quiet}>
          {visit.tasks.filter(task => task.done === task.devices).length} / {visit.tasks.length}
        </span>
      </header>
      {visit.tasks.length === 0 && <p className={css.quiet}>{t('check.none')}</p>}
      <ul className={css.tasks}>
        {visit.tasks.map(task => {
          const words = inLanguage(task, language)
          const complete = task.done === task.devices
          const progress = task.per === 'visit' ? t('check.visit') : t('check.progress', { done: task.done, all: task.devices })
          return (
            <li key={task.key}>
              <button
                type="button"
                className={`${css.tick} ${complete ? css.ticked : ''}`}
                disabled={!may || complete || record.pending}
                aria-label={complete ? t('check.marked', { task: words }) : t('check.mark', { task: words })}
                onClick={() => done(task.key)}
              >
                {complete && <IconCheck size={16} stroke={2.4} aria-hidden />}
              </button>
              <span className={css.grow}>{words}</span>
              {may ? (
                <button
                  type="button"
                  className={css.edit}
                  aria-label={t('check.edit', { task: words, progress })}
                  onClick={() => setEditing(task.key)}
                >
                  {progress} <IconChevronRight size={13} aria-hidden />
                </button>
              ) : (
                <span className={css.quiet}>{progress}</span>
              )}
            </li>
          )
        })}
      </ul>
      {may && open > 0 && (
        <Button fullWidth loading={record.pending} onClick={() => done()}>
          {t('check.all')}
        </Button>
      )}
      {record.error !== null && <p role="alert">{problem(record.error)}</p>}
      {visit.toMakeUp.length > 0 && <Tag tone="warn">{t('check.toMakeUp', { count: visit.toMakeUp.length })}</Tag>}
      {edited && <CheckDialog key={edited.key} visit={visit} task={edited} onClose={() => setEditing(undefined)} />}
    </section>
  )
}
