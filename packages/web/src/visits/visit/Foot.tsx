import { Button } from '@mantine/core'
import { arriveAtVisit, beginVisit, startTravel } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useNow } from '../../time/use-now.ts'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { ArriveDialog } from './ArriveDialog.tsx'
import { FinishDialog } from './FinishDialog.tsx'
import { locate } from './locate.ts'
import { RemoteDialog } from './RemoteDialog.tsx'
import { useVisitCommand } from './use-visit.ts'
import css from './visit.module.css'

type Asked = 'typed' | 'remote' | 'finish' | 'no-access'

/** Tasks named under the button. */
const named = 2

/** The next step under the thumb; what is still missing stands under a button that can't be pressed yet. */
export function Foot({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const problem = useProblemText()
  const now = useNow()
  const [asked, setAsked] = useState<Asked>()
  const [locating, setLocating] = useState(false)
  const [hint, setHint] = useState<string>()
  const ref = { client: visit.client, visit: visit.id }
  const travel = useVisitCommand(startTravel, ref, undefined)
  const arrive = useVisitCommand(arriveAtVisit, ref, undefined)
  const begin = useVisitCommand(beginVisit, ref, undefined)
  const may = (command: string): boolean => visit.actions.includes(command)
  const close = (): void => setAsked(undefined)
  const press = async (): Promise<void> => {
    setLocating(true)
    const found = await locate()
    setLocating(false)
    if (typeof found === 'object') {
      await arrive.send({ params: ref, body: { how: 'button', position: found, begin: false } })
      return
    }
    setHint(t('locateFailed', { why: t(`locateWhy.${found}`) }))
    setAsked('typed')
  }
  const open = visit.missing.checks.map(({ task, devices }) => {
    const words = visit.tasks.find(({ key }) => key === task)
    const name = words ? inLanguage(words, language) : task
    return words?.per === 'visit' ? name : t('missing.checks', { count: devices.length, task: name })
  })
  const first = may('arrive') ? t('missing.arrive') : may('begin') ? t('missing.begin') : undefined
  // What comes first stands alone; of a long checklist two tasks are named and the rest is counted.
  const list = first
    ? [first]
    : [
        ...open.slice(0, named),
        ...(open.length > named ? [t('missing.more', { count: open.length - named })] : []),
        ...(visit.missing.signature ? [t('missing.signature')] : []),
      ]
  const finishing = may('finish')
  const error = travel.error ?? arrive.error ?? begin.error
  const shown = ['travel', 'arrive', 'begin', 'finish', 'no-access', 'work-remotely'].some(may)
  if (!shown) return null
  return (
    <div className={css.foot}>
      <div className={css.buttons}>
        {may('travel') && (
          <Button variant="filled" loading={travel.pending} onClick={() => void travel.send({ params: ref, body: {} })}>
            {t('act.travel')}
          </Button>
        )}
        {may('arrive') && (
          <Button
            variant={may('travel') ? 'default' : 'filled'}
            loading={locating || arrive.pending}
            onClick={() => void press()}
          >
            {t('act.arrive')}
          </Button>
        )}
        {may('begin') && (
          <Button variant="filled" loading={begin.pending} onClick={() => void begin.send({ params: ref, body: {} })}>
            {t('act.begin')}
          </Button>
        )}
        {finishing && (
          <Button variant="filled" disabled={open.length > 0} onClick={() => setAsked('finish')}>
            {t('act.finish')}
          </Button>
        )}
        {may('work-remotely') && (
          <Button variant="filled" onClick={() => setAsked('remote')}>
            {t('act.work-remotely')}
          </Button>
        )}
        {may('arrive') && <Button onClick={() => setAsked('typed')}>{t('act.typed')}</Button>}
        {may('no-access') && <Button onClick={() => setAsked('no-access')}>{t('act.no-access')}</Button>}
      </div>
      {locating && <small role="status">{t('locating')}</small>}
      {error ? <p role="alert">{problem(error)}</p> : null}
      {list.length > 0 && <small>{t('missing.label', { list: list.join(t('missing.joint')) })}</small>}
      {asked === 'typed' && <ArriveDialog refOf={ref} hint={hint} onClose={close} />}
      {asked === 'remote' && <RemoteDialog visit={visit} now={now} onClose={close} />}
      {asked === 'finish' && <FinishDialog visit={visit} now={now} onClose={close} />}
      {asked === 'no-access' && <AbsenceDialog visit={visit} command="no-access" onClose={close} />}
    </div>
  )
}
