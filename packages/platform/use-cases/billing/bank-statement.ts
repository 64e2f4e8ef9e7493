import { createHash } from 'node:crypto'
import { type Currency, largestAmount, parseMajor } from '@pactdesk/domain/kernel/money'
import { LocalDate } from '@pactdesk/domain/kernel/time'
import type { BankLine } from '@pactdesk/domain/outsourcing/billing/bank-match'
import { HttpProblem } from '../../http/problem.ts'
import { readRows, type StatementRow } from './bank-csv.ts'

/** What a statement is read against. `account` is the provider's own, where it is known; `latest` the last day a line may bear. */
export type StatementFacts = { currency: Currency; account?: string; latest: LocalDate }

type Fault = {
  code: 'bank.bad-lines' | 'bank.other-currency' | 'bank.other-account'
  path: string
  detail: string
  /** Of the sentence about this line, a translation key, and the value it names. */
  said: string
  value: string
}

/**
 * Reads a statement. All or nothing: a line that can't be read, or is of another currency or account, refuses the file, naming line
 * and value, so that no line before it has paid a bill already.
 */
export function readStatement(csv: string, facts: StatementFacts): BankLine[] {
  const faults: Fault[] = []
  const seen = new Map<string, number>()
  const lines = readRows(csv).map(row => {
    const { line, wrong } = readLine(row, facts)
    faults.push(...wrong.map(fault => ({ ...fault, path: `line ${row.line}` })))
    return { id: idOf(line, row.cell('id'), seen), ...line }
  })
  const [first] = faults
  if (!first) return lines
  const errors = faults.slice(0, 50).map(({ path, detail, said, value }) => ({ path, detail, code: said, params: { value } }))
  throw new HttpProblem(422, first.code, `${first.path}: ${first.detail}`, { errors })
}

/** Earlier than any bill. */
const earliest = '2000-01-01'

function readLine({ cell }: StatementRow, { currency, account, latest }: StatementFacts) {
  const wrong: Omit<Fault, 'path'>[] = []
  const bad = (said: string, value: string, detail: string) => wrong.push({ code: 'bank.bad-lines', detail, said, value })
  const on = cell('on').replaceAll('/', '-')
  if (!LocalDate.safeParse(on).success) bad('bank.no-date', cell('on'), `"${cell('on')}" is no date`)
  else if (on < earliest || on > latest) bad('bank.no-day', on, `${on} is no day on which money can have come`)
  const amount = parseMajor(currency, cell('amount').replaceAll(',', ''))
  const minor = amount.ok ? amount.value.minor : 0
  if (!amount.ok) bad('bank.no-amount', cell('amount'), amount.error.detail)
  else if (Math.abs(minor) > largestAmount)
    bad('bank.amount-too-large', cell('amount'), `${cell('amount')} is over the largest amount`)
  const said = cell('currency')
  if (said && codeOf(said) !== currency)
    wrong.push({ code: 'bank.other-currency', detail: `${said}, not ${currency}`, said: 'bank.line-currency', value: said })
  const own = cell('account')
  if (own && account && plain(own) !== plain(account))
    wrong.push({
      code: 'bank.other-account',
      detail: `account ${own} is not the provider's own, ${account}`,
      said: 'bank.line-account',
      value: own,
    })
  const line = { on, minor, currency, payer: cell('payer').slice(0, 200), reference: cell('reference').slice(0, 500) }
  return { line, wrong }
}

/** Currencies as Chinese banks write them; all else is taken for an ISO 4217 code. */
const words: Record<string, Currency> = {
  RMB: 'CNY',
  人民币: 'CNY',
  人民币元: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
  港元: 'HKD',
  日元: 'JPY',
}
const codeOf = (text: string): Currency => words[text.toUpperCase()] ?? text.toUpperCase()

const plain = (account: string) => account.replace(/[\s-]/g, '')

/** The bank's own serial number, else the line's content and its place among equal lines: the same file read twice gives the same ids. */
function idOf(line: Omit<BankLine, 'id'>, serial: string, seen: Map<string, number>): string {
  const text = serial || JSON.stringify([line.on, line.minor, line.currency, line.payer, line.reference])
  const count = seen.get(text) ?? 0
  seen.set(text, count + 1)
  return createHash('sha256').update(`${text}#${count}`).digest('hex').slice(0, 32)
}
