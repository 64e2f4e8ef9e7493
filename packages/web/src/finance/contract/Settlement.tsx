import { Button } from '@mantine/core'
import { getSettlement, previewSettlement } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { Region } from '../../parts/states/Region.tsx'
import card from '../parts/finance.module.css'
import { Made } from './Made.tsx'
import { Preview } from './Preview.tsx'
import { SettleDialog } from './SettleDialog.tsx'

type Props = {
  client: string
  contract: string
  number: string
  /** It ended or its end is agreed: a settlement may stand. */
  ended: boolean
  today: string
  asOf: { instant: string; zone: string }
}

/** The settlement of an ended contract, or what ending it today, or on another day, would settle. */
export function Settlement(props: Props) {
  const { client, contract, ended, today, asOf } = props
  const { t } = useTranslation('finance')
  const made = useApiQuery(getSettlement, { params: { client, contract } }, { enabled: ended })
  const none = problemOf(made.error)?.status === 404
  if (ended && !none)
    return (
      <Region query={made} failed={t('contracts.settlementFailed')} count={6}>
        {({ value }) => <Made client={client} made={value} today={today} asOf={asOf} />}
      </Region>
    )
  return <IfEnded {...props} />
}

function IfEnded({ client, contract, number, today, asOf }: Props) {
  const { t } = useTranslation('finance')
  const [noticeOn, setNoticeOn] = useState<string>()
  const [lastServiceDay, setLast] = useState<string>()
  const [settling, setSettling] = useState(false)
  const maySettle = useHasRole('finance', 'admin')
  const query = useApiQuery(
    previewSettlement,
    { params: { client, contract }, query: { ...(noticeOn && { noticeOn }), ...(lastServiceDay && { lastServiceDay }) } },
    { keep: true },
  )
  const preview = query.data?.value
  return (
    <>
      <div className={card.head}>
        <div>
          <h2 className={card.title}>{t('contracts.preview')}</h2>
          <p className={card.sub}>{t('contracts.previewText')}</p>
        </div>
        <div className={card.row} style={{ alignItems: 'flex-end' }}>
          <DateField
            label={t('contracts.noticeOn')}
            value={noticeOn ?? preview?.noticeOn ?? today}
            onChange={setNoticeOn}
            required
          />
          <DateField
            label={t('contracts.lastServiceDay')}
            value={lastServiceDay ?? preview?.lastServiceDay ?? today}
            onChange={setLast}
            required
          />
          {maySettle && preview && (
            <Button disabled={preview.unbilledExtras} onClick={() => setSettling(true)}>
              {t('contracts.settle')}
            </Button>
          )}
        </div>
      </div>
      <Region query={query} failed={t('contracts.settlementFailed')} safe={t('contracts.previewText')} count={6}>
        {({ value }) => <Preview preview={value} asOf={asOf} />}
      </Region>
      {settling && preview && (
        <SettleDialog client={client} number={number} preview={preview} onClose={() => setSettling(false)} />
      )}
    </>
  )
}
