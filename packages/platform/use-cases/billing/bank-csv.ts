import { createHash } from 'node:crypto'
import { parseMajor } from '@pactdesk/domain/kernel/money'
import { LocalDate } from '@pactdesk/domain/kernel/time'
import type { BankLine } from '@pactdesk/domain/outsourcing/billing/bank-match'
import { parse } from 'csv-parse/sync'
import { HttpProblem } from '../../http/problem.ts'

/** What banks call their columns; the first that is there counts. */
const columns = {
  on: ['date', '交易日期', '日期', '记账日期'],
  amount: ['amount', 'credit', '贷方发生额', '收入金额', '金额'],
  payer: ['payer', 'counterparty', '对方户名', '付款人', '对方名称'],
  reference: ['reference', 'memo', '摘要', '附言', '用途'],
  id: ['id', 'serial', '流水号', '交易流水号'],
} as const
type Column = keyof typeof columns

const maxLines = 500

/** Reads a statement. All or nothing: a line that can't be read refuses the file, naming line and value. */
export function readStatement(csv: string, currency: string): BankLine[] {
  const rows = table(csv)
  const [header, ...body] = rows
  if (!header || body.length === 0) throw new HttpProblem(422, 'bank.empty', 'the file has no lines')
  if (body.length > maxLines)
    throw new HttpProblem(422, 'bank.too-long', `a file may have ${maxLines} lines, this one has ${body.length}`)
  const at = positions(header)
  const errors: { path: string; detail: string }[] = []
  const seen = new Map<string, number>()
  const lines = body.map((row, index): BankLine => {
    const cell = (column: Column) => (at[column] === undefined ? '' : (row[at[column]] ?? '').trim())
    const on = cell('on').replaceAll('/', '-')
    if (!LocalDate.safeParse(on).success) errors.push({ path: `line ${index + 2}`, detail: `"${cell('on')}" is no date` })
    const amount = parseMajor(currency, cell('amount').replaceAll(',', ''))
    if (!amount.ok) errors.push({ path: `line ${index + 2}`, detail: amount.error.detail })
    const minor = amount.ok ? amount.value.minor : 0
    const base = { on, minor, currency, payer: cell('payer').slice(0, 200), reference: cell('reference').slice(0, 500) }
    return { id: idOf(base, cell('id'), seen), ...base }
  })
  if (errors.length > 0)
    throw new HttpProblem(422, 'bank.bad-lines', `${errors[0]!.path}: ${errors[0]!.detail}`, errors.slice(0, 50))
  return lines
}

function table(csv: string): string[][] {
  try {
    return parse(csv, { bom: true, skip_empty_lines: true, relax_column_count: false })
  } catch (error) {
    throw new HttpProblem(422, 'bank.bad-csv', (error as Error).message)
  }
}

function positions(header: string[]): Partial<Record<Column, number>> {
  const names = header.map(name => name.trim().toLowerCase())
  const found = Object.fromEntries(
    Object.entries(columns).map(([column, known]) => [
      column,
      names.findIndex(name => (known as readonly string[]).includes(name)),
    ]),
  )
  for (const column of ['on', 'amount'] as const) {
    if (found[column] === -1)
      throw new HttpProblem(422, 'bank.no-column', `the file has no column ${columns[column].join(' / ')}`)
  }
  return Object.fromEntries(Object.entries(found).filter(([, index]) => index !== -1))
}

/** The bank's own serial number, else the line's content and its place among equal lines: the same file read twice gives the same ids. */
function idOf(line: Omit<BankLine, 'id'>, serial: string, seen: Map<string, number>): string {
  const text = serial || JSON.stringify([line.on, line.minor, line.currency, line.payer, line.reference])
  const count = seen.get(text) ?? 0
  seen.set(text, count + 1)
  return createHash('sha256').update(`${text}#${count}`).digest('hex').slice(0, 32)
}
