import { parse } from 'csv-parse/sync'
import { HttpProblem } from '../../http/problem.ts'

/** What banks call their columns; the first that is there counts. */
const columns = {
  on: ['date', '交易日期', '日期', '记账日期'],
  amount: ['amount', 'credit', '贷方发生额', '收入金额', '金额'],
  payer: ['payer', 'counterparty', '对方户名', '付款人', '对方名称'],
  reference: ['reference', 'memo', '摘要', '附言', '用途'],
  id: ['id', 'serial', '流水号', '交易流水号'],
  currency: ['currency', '币种', '币别'],
  account: ['own account', 'our account', '本方账号', '我方账号'],
} as const
export type Column = keyof typeof columns

/** A line below the heading, with the text of each column; empty where the file has no such column. */
export type StatementRow = { line: number; cell: (column: Column) => string }

const maxLines = 500

/** Reads a bank's CSV file as text; what the cells say is read by `readStatement`. Throws a problem `bank.…` for what is no statement. */
export function readRows(csv: string): StatementRow[] {
  if (/[\uFFFD\0]/.test(csv)) {
    throw new HttpProblem(422, 'bank.bad-encoding', 'the file is no text in UTF-8: some of its characters cannot be read')
  }
  const [header, ...body] = table(csv)
  if (!header || body.length === 0) throw new HttpProblem(422, 'bank.empty', 'the file has no lines')
  if (body.length > maxLines)
    throw new HttpProblem(422, 'bank.too-long', `a file may have ${maxLines} lines, this one has ${body.length}`)
  const at = positions(header)
  return body.map((row, index) => ({
    line: index + 2,
    cell: column => (at[column] === undefined ? '' : (row[at[column]] ?? '').trim()),
  }))
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
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) < at)
  if (twice) throw new HttpProblem(422, 'bank.column-twice', `the file has the column ${twice} twice: which one counts?`)
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
