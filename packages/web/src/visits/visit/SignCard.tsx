import { Button, TextInput } from '@mantine/core'
import { signVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { type Signature, SignaturePad } from '../../parts/input/SignaturePad.tsx'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { ReportButton } from './ReportButton.tsx'
import { StoredPicture } from './StoredPicture.tsx'
import { storeSignature } from './store-signature.ts'
import { useVisitCommand } from './use-visit.ts'
import css from './visit.module.css'

/** The client signs on the phone once the visit is finished; before that the place says what comes first. */
export function SignCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const [nobody, setNobody] = useState(false)
  const when = (instant: string): string => formatDateTime(instant, visit.zone, language)
  const { signature, absence, acceptedUnsigned } = visit
  const ref = { client: visit.client, visit: visit.id }
  return (
    <section className={css.card}>
      <header>
        <h2>{t('sign.title')}</h2>
      </header>
      {signature ? (
        <>
          {signature.strokes && <StoredPicture refOf={ref} file={signature.strokes} label={t('sign.title')} />}
          <p>
            {t('sign.signed', { name: signature.name ?? '', at: when(signature.at) })}
            {signature.how !== 'on-device' && ` · ${t(`sign.how.${signature.how}`)}`}
          </p>
        </>
      ) : visit.status === 'finished' && visit.actions.includes('sign') ? (
        <Signing visit={visit} />
      ) : absence ? null : (
        <p className={css.waiting}>{t(visit.mode === 'remote' ? 'sign.notNeeded' : 'sign.wait')}</p>
      )}
      {visit.actions.includes('leave-unsigned') && (
        <Button variant="subtle" onClick={() => setNobody(true)}>
          {t('act.leave-unsigned')}
        </Button>
      )}
      {nobody && <AbsenceDialog visit={visit} command="leave-unsigned" onClose={() => setNobody(false)} />}
      {absence?.photo && <StoredPicture refOf={ref} file={absence.photo} label={t('absence.photo')} />}
      {absence && (
        <p>
          {t(`absence.why.${absence.reason as 'other'}`)} · {when(absence.at)} · {absence.note}
        </p>
      )}
      {visit.status === 'unsigned' && !acceptedUnsigned && <p className={css.quiet}>{t('sign.toAccept')}</p>}
      {visit.status === 'unsigned' && visit.actions.includes('sign') && (
        <details>
          <summary>{t('sign.afterAll')}</summary>
          <Signing visit={visit} />
        </details>
      )}
      {acceptedUnsigned && <p>{t('sign.accepted', { by: acceptedUnsigned.by, at: when(acceptedUnsigned.at) })}</p>}
      <ReportButton visit={visit} />
    </section>
  )
}

function Signing({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const problem = useProblemText()
  const [ink, setInk] = useState<Signature>()
  const [typing, setTyping] = useState(false)
  const [name, setName] = useState('')
  const [storing, setStoring] = useState(false)
  const [failed, setFailed] = useState(false)
  const ref = { client: visit.client, visit: visit.id }
  const sign = useVisitCommand(signVisit, ref, undefined)
  const signer = (ink?.kind === 'typed' ? ink.name : name).trim()
  const missing = ink === undefined ? t('sign.missingInk') : signer === '' ? t('sign.missingName') : undefined
  const submit = async (): Promise<void> => {
    if (ink === undefined || storing || sign.pending) return
    if (ink.kind === 'typed') return void (await sign.send({ params: ref, body: { how: 'typed', name: signer } }))
    setStoring(true)
    setFailed(false)
    try {
      const strokes = await storeSignature(visit.client, ink.png)
      await sign.send({ params: ref, body: { how: 'on-device', name: signer, strokes } })
    } catch (failure) {
      console.warn(failure)
      setFailed(true)
    } finally {
      setStoring(false)
    }
  }
  return (
    <div className={css.stack}>
      <SignaturePad onChange={setInk} onTyping={setTyping} disabled={storing} />
      {!typing && (
        <TextInput
          label={t('sign.name')}
          required
          maxLength={80}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
      )}
      <p className={css.quiet}>{t('sign.doing')}</p>
      {failed && <p role="alert">{t('sign.failed')}</p>}
      {sign.error ? <p role="alert">{problem(sign.error)}</p> : null}
      <Button variant="filled" disabled={missing !== undefined} loading={storing || sign.pending} onClick={() => void submit()}>
        {t('act.sign')}
      </Button>
      {missing && <small>{t('missing.label', { list: missing })}</small>}
    </div>
  )
}
