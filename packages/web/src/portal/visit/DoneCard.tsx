import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { checkOf, subjectsOf } from '../../visits/visit/checks.ts'
import request from '../request/request.module.css'
import css from './visit.module.css'

type Task = VisitView['tasks'][number]

/** What the contract's checklist says was done on how many devices, and each exception with its reason. */
export function DoneCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('portal-visits')
  const language = useLanguage()
  const begun = visit.begunAt !== undefined || visit.finishedAt !== undefined
  const clause = visit.tasks[0]?.clause
  return (
    <section className={request.card}>
      <h2>
        {t('done.title')} {clause && <ClauseTag clause={clause} />}
      </h2>
      {visit.tasks.length === 0 && <p className={request.quiet}>{t('done.none')}</p>}
      {visit.tasks.length > 0 && !begun && <p className={request.quiet}>{t('done.before')}</p>}
      <ul className={css.tasks}>
        {visit.tasks.map(task => (
          <li key={task.key}>
            {begun && task.done === task.devices ? (
              <IconCheck size={18} stroke={2} aria-hidden className={css.good} />
            ) : (
              <IconMinus size={18} stroke={2} aria-hidden />
            )}
            <span>
              {inLanguage(task, language)}
              <Exceptions visit={visit} task={task} />
            </span>
            <small>
              {!begun
                ? ''
                : task.per === 'visit'
                  ? t('done.whole')
                  : t('done.devices', { done: doneOf(visit, task), all: task.devices })}
            </small>
          </li>
        ))}
      </ul>
      {visit.toMakeUp.length > 0 && (
        <p className={css.left}>
          {t('done.left')} {visit.toMakeUp.map(({ id, name }) => (name === id ? id : `${id} ${name}`)).join(', ')}
        </p>
      )}
    </section>
  )
}

/** Devices on which it was really done: one that was refused or not reached has a result, too. */
const doneOf = (visit: VisitView, task: Task): number =>
  subjectsOf(visit, task).filter(({ id }) => checkOf(visit, task.key, id)?.result === 'done').length

function Exceptions({ visit, task }: { visit: VisitView; task: Task }) {
  const { t } = useTranslation('portal-visits')
  const { t: word } = useTranslation('visits')
  const told = subjectsOf(visit, task).flatMap(({ id, name }) => {
    const check = checkOf(visit, task.key, id)
    if (!check || check.result === 'done') return []
    const why = [check.reason && word(`check.why.${check.reason as 'other'}`), check.note].filter(Boolean).join(', ')
    const result = t(`done.result.${check.result as 'refused'}`)
    return [`${name || id}: ${result}${why && ` (${why})`}`]
  })
  if (told.length === 0) return null
  return <small className={css.exceptions}>{told.join('; ')}</small>
}
