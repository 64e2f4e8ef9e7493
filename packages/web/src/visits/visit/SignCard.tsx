import { Button, TextInput } from '@mantine/core'
import { signVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { type Signature, SignaturePad } from '../../parts/input/SignaturePad.tsx'
import { storeSignature } from './store-signature.ts'
import { useVisitCommand } from './use-visit.ts'
import css from './visit.module.css'

/** The client signs on the phone once the visit is finished; before that the place says what comes first. */
export function SignCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const when = (instant: string): string => formatDateTime(instant, visit.zone, language)
  const { signature, absence, acceptedUnsigned } = visit
  return (
    <section className={css.card}>
      <header>
        <h2>{t('sign.title')}</h2>
      </header>
      {signature ? (
        <p>{t('sign.signed', { name: signature.name ?? '', at: when(signature.at) })}</p>
      ) : visit.actions.includes('sign') ? (
        <Signing visit={visit} />
      ) : absence ? null : (
        <p className={css.waiting}>{t(visit.mode === 'remote' ? 'sign.notNeeded' : 'sign.wait')}</p>
      )}
      {absence && (
        <p>
          {t(`absence.why.${absence.reason as 'other'}`)} · {when(absence.at)} · {absence.note}
        </p>
      )}
      {visit.status === 'unsigned' && !acceptedUnsigned && <p className={css.quiet}>{t('sign.toAccept')}</p>}
      {acceptedUnsigned && <p>{t('sign.accepted', { by: acceptedUnsigned.by, at: when(acceptedUnsigned.at) })}</p>}
    </section>
  )
}

function Signing({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const problem = useProblemText()
  const [ink, setInk] = useState<Signature>()
  const [name, setName] = useState('')
  const [storing, setStoring] = useState(false)
  const [failed, setFailed] = useState(false)
  const ref = { client: visit.client, visit: visit.id }
  const sign = useVisitCommand(signVisit, ref, t('status.signed'))
  const missing = ink?.kind !== 'drawn' ? t('sign.missingInk') : name.trim() === '' ? t('sign.missingName') : undefined
  const submit = async (): Promise<void> => {
    if (ink?.kind !== 'drawn' || storing) return
    setStoring(true)
    setFailed(false)
    try {
      const strokes = await storeSignature(visit.client, ink.png)
      await sign.send({ params: ref, body: { how: 'on-device', name: name.trim(), strokes } })
    } catch (failure) {
      console.warn(failure)
      setFailed(true)
    } finally {
      setStoring(false)
    }
  }
  return (
    <div className={css.stack}>
      <SignaturePad onChange={setInk} disabled={storing} />
      <TextInput
        label={t('sign.name')}
        required
        maxLength={80}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
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
