import { Button, Menu } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { getBill, listBills, withdrawDispute } from '@pactdesk/domain/outsourcing/billing/routes'
import { IconMessageReport } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../api/mutation.ts'
import { useProblemText } from '../api/problem.ts'
import { leftOf, openDispute } from '../finance/bill/credit.ts'
import { DisputeLine } from '../finance/bill/DisputeLine.tsx'
import { Disputes } from '../finance/bill/Disputes.tsx'
import { lineName } from '../finance/bill/line-name.ts'
import { formatMoney } from '../format/money.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { sayDone } from '../parts/states/toasts.ts'
import css from './portal-bills.module.css'

/** A line that is not right is contested here, with a reason; what was said and answered stands below. */
export function Contested({ bill }: { bill: BillView }) {
  const { t } = useTranslation('portal-bills')
  const finance = useTranslation('finance').t
  const language = useLanguage()
  const [line, setLine] = useState<InvoiceLine>()
  const may = bill.actions.includes('dispute')
  const open = bill.lines.filter(each => !openDispute(bill, each.line) && leftOf(bill, each.line) > 0)
  if (!may && bill.disputes.length === 0) return null
  return (
    <section className={css.card}>
      <div className={css.between}>
        <h2>{t('contest.title')}</h2>
        {may && open.length > 0 && (
          <Menu position="bottom-end" width={320}>
            <Menu.Target>
              <Button leftSection={<IconMessageReport size={18} stroke={1.6} />}>{t('contest.button')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('contest.which')}</Menu.Label>
              {open.map(each => (
                <Menu.Item
                  key={each.line}
                  rightSection={
                    <span className="tabular">{formatMoney({ currency: bill.currency, minor: each.grossMinor }, language)}</span>
                  }
                  onClick={() => setLine(each)}
                >
                  {each.line} · {lineName(each, finance)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <p className={css.sub}>{t('contest.text')}</p>
      {bill.disputes.length > 0 && (
        <Disputes
          disputes={bill.disputes}
          act={({ id }) => bill.actions.includes('withdraw-dispute') && <Withdraw bill={bill} dispute={id} />}
        />
      )}
      {line && <DisputeLine bill={bill} line={line} staff={false} onClose={() => setLine(undefined)} />}
    </section>
  )
}

function Withdraw({ bill, dispute }: { bill: BillView; dispute: string }) {
  const { t } = useTranslation('finance')
  const problem = useProblemText()
  const withdraw = useApiMutation(withdrawDispute, {
    refreshes: [getBill, listBills],
    onDone: () => sayDone(t('bill.dispute.withdrawn')),
  })
  return (
    <>
      <Button
        loading={withdraw.pending}
        onClick={() => void withdraw.send({ params: { client: bill.client, bill: bill.id, dispute }, body: {} })}
      >
        {t('bill.dispute.withdraw')}
      </Button>
      {withdraw.error !== null && withdraw.error !== undefined && (
        <p role="alert" className={css.bad}>
          {problem(withdraw.error)}
        </p>
      )}
    </>
  )
}
