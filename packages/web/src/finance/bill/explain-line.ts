import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { SourceRef } from '@pactdesk/domain/outsourcing/billing/explanation'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { explained } from '../../explain/explain.ts'
import type { Words } from '../../explain/labels.ts'
import { formatMonth } from '../../format/date.ts'
import type { Language } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { formatRate } from '../../format/number.ts'
import type { Explanation, ExplanationRow } from '../../parts/why/explanation.ts'

export type LineFacts = {
  asOf: { instant: string; zone: string }
  /** The signed words of the line's clause. */
  quote?: Words | undefined
  hrefOf?: ((source: SourceRef) => string | undefined) | undefined
  /** Staff see the rate version and may open the contract; a client's people see the figures. */
  staff: boolean
}

/** A line of a bill explained: its equation, minutes worked and charged, VAT, lateness, rate version, clause and sources. */
export function explainLine(bill: BillView, line: InvoiceLine, facts: LineFacts): Explanation {
  const { currency, contract, contractNumber, contractVersion } = bill
  const label = `${contractNumber ?? contract} v${contractVersion}`
  const rows: ExplanationRow[] = [
    ...minutesRow(line),
    ...lateRow(line),
    ...(facts.staff ? rateRow(bill, line) : []),
    taxRow(line, currency),
  ]
  return explained(line.explanation, {
    currency,
    asOf: facts.asOf,
    title: titleOf(line),
    ...(facts.staff && { contract: { id: contract, label } }),
    ...(facts.quote && { quote: facts.quote }),
    ...(facts.hrefOf && { hrefOf: facts.hrefOf }),
    rows,
  })
}

const titleOf = ({ line, description }: InvoiceLine): Words => ({
  zh: `第 ${line} 行：${description}`,
  en: `Line ${line}: ${description}`,
})

const both = (write: (language: Language) => string): Words => ({ zh: write('zh-CN'), en: write('en') })
const isEnglish = (language: Language): boolean => language === 'en'

function minutesRow({ recordedMinutes, billedMinutes }: InvoiceLine): ExplanationRow[] {
  if (recordedMinutes === undefined || billedMinutes === undefined) return []
  return [
    {
      label: { zh: '分钟', en: 'Minutes' },
      text: {
        zh: `记录 ${recordedMinutes} 分钟，计费 ${billedMinutes} 分钟`,
        en: `${recordedMinutes} min worked, ${billedMinutes} min charged`,
      },
      note: { zh: '按工单和上门各进位一次', en: 'rounded up once per ticket and visit' },
    },
  ]
}

/** Work of a month that was closed before it arrived says so. */
function lateRow({ lateFrom }: InvoiceLine): ExplanationRow[] {
  if (!lateFrom?.length) return []
  const months = (language: Language): string =>
    lateFrom.map(month => formatMonth(month, language)).join(isEnglish(language) ? ', ' : '、')
  return [
    {
      label: { zh: '补记', en: 'Late usage' },
      text: both(language =>
        isEnglish(language)
          ? `arrived after ${months(language)} was closed, so it is on this bill`
          : `${months(language)}结账之后到达，因此列入本账单`,
      ),
    },
  ]
}

function rateRow({ contract, contractNumber }: BillView, { rateVersion, kind, ticket }: InvoiceLine): ExplanationRow[] {
  if (!rateVersion) return []
  const number = rateVersion.contract === contract ? (contractNumber ?? contract) : rateVersion.contract
  const quote = rateVersion.quote !== undefined
  return [
    {
      label: { zh: '费率版本', en: 'Rate version' },
      text: {
        zh: `${quote ? `${ticket ?? ''} 的报价单，` : ''}${number} 第 ${rateVersion.version} 版`,
        en: `${quote ? `Quote of ${ticket ?? ''}, ` : ''}${number} v${rateVersion.version}`,
      },
      ...(kind !== 'fee' && { note: { zh: '按工作发生之日的版本', en: 'the version in force on the day of the work' } }),
    },
  ]
}

const taxRow = ({ grossMinor, netMinor, taxMinor, taxRate }: InvoiceLine, currency: string): ExplanationRow => ({
  label: { zh: '增值税', en: 'VAT' },
  text: both(language => {
    const money = (minor: number): string => formatMoney({ currency, minor }, language)
    const rate = formatRate(taxRate, language)
    return isEnglish(language)
      ? `${rate} within ${money(grossMinor)}: ${money(taxMinor)}, net ${money(netMinor)}`
      : `含税 ${money(grossMinor)} 中 ${rate}：${money(taxMinor)}，不含税 ${money(netMinor)}`
  }),
})

type Clause = { no: string; text?: Words | undefined }

/** The signed words of a clause; where a clause has none of its own, those of the clause it belongs to. */
export function quoteOf(clauses: readonly Clause[], no: string): Words | undefined {
  const found = clauses.find(clause => clause.no === no)
  if (found?.text) return found.text
  const parent = no.replace(/\([^()]*\)$/, '')
  return parent === no || parent === '' ? undefined : quoteOf(clauses, parent)
}
