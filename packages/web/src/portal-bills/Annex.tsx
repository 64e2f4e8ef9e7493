import { Button } from '@mantine/core'
import { listWork } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { useState } from 'react'
import { useApiPages } from '../api/query.ts'
import { MonthPicker } from '../finance/parts/MonthPicker.tsx'
import { formatDateRange, formatMonth } from '../format/date.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { ClauseTag } from '../parts/marks/ClauseTag.tsx'
import { ErrorPanel } from '../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../parts/states/Skeletons.tsx'
import { DateText } from '../parts/text/Text.tsx'
import { type AnnexRow, annexOf, type CoveredItem } from './annex.ts'
import css from './portal-bills.module.css'

const shown = 12

/** What the contract has paid for in a month: units, no money, so that the client sees what the fee is for. */
export function Annex({ client, month: first, latest }: { client: string; month: string; latest: string }) {
  const { t } = useTranslation('portal-bills')
  const language = useLanguage()
  const [month, setMonth] = useState(first)
  const [all, setAll] = useState(false)
  const work = useApiPages(listWork, { params: { client, month }, query: { status: 'covered', limit: 200 } }, value => value)
  const rows = annexOf((work.items ?? []).map(({ item }) => item))
  return (
    <section className={css.card}>
      <div className={css.between}>
        <h2>{t('annex')}</h2>
        <MonthPicker month={month} latest={latest} onChange={setMonth} />
      </div>
      <p className={css.sub}>{t('annexText', { month: formatMonth(month, language) })}</p>
      {work.error && !work.items ? (
        <ErrorPanel title={t('annexFailed')} error={work.error} onRetry={() => void work.refetch()} />
      ) : !work.items ? (
        <Skeletons shape="lines" />
      ) : rows.length === 0 ? (
        <p className={css.quiet}>{t('annexEmpty')}</p>
      ) : (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col" className={css.wide}>
                {t('who')}
              </th>
              <th scope="col" className={css.num}>
                {t('quantity')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, shown)).map(row => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {(rows.length > shown && !all) || work.hasNextPage ? (
        <Button
          mt={10}
          loading={work.isFetchingNextPage}
          onClick={() => {
            setAll(true)
            if (work.hasNextPage) void work.fetchNextPage()
          }}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}

function Row({ row }: { row: AnnexRow }) {
  const { t } = useTranslation('portal-bills')
  const language = useLanguage()
  if (row.kind === 'devices')
    return (
      <tr>
        <td>
          {row.from === row.to ? (
            <DateText date={row.from} style="short" />
          ) : (
            formatDateRange(row.from, row.to, language, 'short')
          )}
        </td>
        <td>
          {t('kind.device-day')} {row.clause && <ClauseTag clause={row.clause} />}
        </td>
        <td className={css.wide} />
        <td className={css.num}>{t('devices', { devices: row.devices, count: row.days })}</td>
      </tr>
    )
  const { item } = row
  const clause = 'clause' in item.state ? item.state.clause : undefined
  return (
    <tr>
      <td>
        <DateText date={item.date} style="short" />
      </td>
      <td>
        {t(`kind.${item.kind}`)} {clause && <ClauseTag clause={clause} />}
        <div className={css.quiet}>
          {[item.ticket && t('ticket', { ticket: item.ticket }), item.description].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td className={css.wide}>{item.who.name}</td>
      <td className={css.num}>
        <Amount item={item} />
      </td>
    </tr>
  )
}

function Amount({ item }: { item: CoveredItem }) {
  const { t } = useTranslation('finance')
  if ('minutes' in item) return <>{t('close.minutes', { count: item.minutes })}</>
  return <>{item.kind === 'part' ? t('close.pieces', { quantity: item.quantity }) : t('close.visits')}</>
}
