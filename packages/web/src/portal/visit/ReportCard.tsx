import { Button, TextInput } from '@mantine/core'
import { getVisitReport, signVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconFileTypePdf, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useProblemText } from '../../api/problem.ts'
import { useWho } from '../../auth/who.ts'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useVisitCommand } from '../../visits/visit/use-visit.ts'
import css from '../request/request.module.css'

/** The service report: the stored PDF once somebody has signed, and the signature itself where it is still due. */
export function ReportCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('portal-visits')
  const language = useLanguage()
  const [signing, setSigning] = useState(false)
  const { signature, absence, acceptedUnsigned, report } = visit
  const due = visit.actions.includes('sign')
  return (
    <section className={`${css.card} ${due ? css.ask : ''}`}>
      <h2>{t('report.title')}</h2>
      {signature && (
        <p>{t('report.signed', { name: signature.name ?? '', at: formatDateTime(signature.at, visit.zone, language) })}</p>
      )}
      {absence && <p>{t(visit.status === 'no-access' ? 'report.noAccess' : 'report.unsigned', { note: absence.note })}</p>}
      {acceptedUnsigned && <p>{t('report.accepted', { by: acceptedUnsigned.by })}</p>}
      {report === 'pending' && <p className={css.quiet}>{t('report.making')}</p>}
      {report && report !== 'pending' && <ReportButton visit={visit} />}
      {due && (
        <div className={css.actions}>
          <Button variant="filled" leftSection={<IconSignature size={18} stroke={1.6} />} onClick={() => setSigning(true)}>
            {t('sign.title')}
          </Button>
        </div>
      )}
      {!signature && !absence && !due && (
        <p className={css.quiet}>{t(visit.mode === 'remote' ? 'report.remote' : 'report.later')}</p>
      )}
      {signing && <Signing visit={visit} onClose={() => setSigning(false)} />}
    </section>
  )
}

/** Fetches the stored bytes, which come as a file; their address is good for minutes, so it is asked for on the click. */
function ReportButton({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('portal-visits')
  const text = useProblemText()
  const [state, setState] = useState<{ pending: boolean; error?: unknown }>({ pending: false })
  const open = async (): Promise<void> => {
    setState({ pending: true })
    try {
      const { value } = await api.call(getVisitReport, { params: { client: visit.client, visit: visit.id } })
      window.location.assign(value.url)
      setState({ pending: false })
    } catch (error) {
      setState({ pending: false, error })
    }
  }
  return (
    <div className={css.actions}>
      <Button loading={state.pending} leftSection={<IconFileTypePdf size={18} stroke={1.6} />} onClick={() => void open()}>
        {t('report.open')}
      </Button>
      {state.error !== undefined && (
        <span className={css.refused} role="alert">
          {text(state.error)}
        </span>
      )}
    </div>
  )
}

function Signing({ visit, onClose }: { visit: VisitView; onClose: () => void }) {
  const { t } = useTranslation('portal-visits')
  const { membership } = useWho()
  const [name, setName] = useState(membership.personName)
  const ref = { client: visit.client, visit: visit.id }
  const { send, pending, error } = useVisitCommand(signVisit, ref, t('sign.done'), onClose)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('sign.title')}
      submit={t('sign.submit')}
      pending={pending}
      error={error}
      missing={name.trim() ? undefined : t('sign.missing')}
      effect={t('sign.effect')}
      onSubmit={() => void send({ params: ref, body: { how: 'portal', name: name.trim() } })}
    >
      <TextInput
        label={t('sign.name')}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        maxLength={80}
        data-autofocus
      />
    </FormDialog>
  )
}
