import { DomainFailure } from '@pactdesk/domain/kernel/result'
import type { Device } from '@pactdesk/domain/service-support/configuration/device'
import { type SheetRow, sheetColumns } from '@pactdesk/domain/service-support/configuration/device-sheet'
import { CsvError, parse } from 'csv-parse/sync'

const maxRows = 2_000

/** Reads a CSV sheet: UTF-8 with or without BOM, comma, semicolon or tab. Each row keeps the line it begins on. */
export function readSheet(csv: string): { headings: string[]; rows: SheetRow[] } {
  const unreadable = /[\uFFFD\0]/.exec(csv)
  if (unreadable)
    throw malformed('the sheet is no text in UTF-8: save it as CSV UTF-8', csv.slice(0, unreadable.index).split('\n').length)
  const records = parsed(csv)
  const [first, ...rest] = records
  if (!first) throw malformed('the sheet is empty', 1)
  if (rest.length === 0) throw malformed('the sheet has no row below its heading', 2)
  if (rest.length > maxRows) throw malformed(`a sheet has at most ${maxRows} rows, this one ${rest.length}`, maxRows + 2)
  const headings = first.record.map(heading => known.get(heading.toLowerCase()) ?? heading)
  const rows = rest.map(({ record, info }) => ({
    line: info.lines - record.join('').split('\n').length + 1,
    values: Object.fromEntries(record.map((value, at) => [headings[at]!, plain(value)])),
  }))
  return { headings, rows }
}

/** With `info`, csv-parse tells the line on which each record ends. */
function parsed(csv: string): { record: string[]; info: { lines: number } }[] {
  const options = { bom: true, delimiter: [',', ';', '\t'], info: true, skip_empty_lines: true, trim: true }
  try {
    return parse(csv, options) as unknown as ReturnType<typeof parsed>
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw malformed(error.message, Number(error.lines ?? 0))
  }
}

const known = new Map(sheetColumns.map(column => [column.toLowerCase(), column as string]))

const malformed = (detail: string, line: number) =>
  new DomainFailure({ code: 'configuration.sheet-malformed', kind: 'invalid', detail, params: { line } })

/** A leading apostrophe is what `writeSheet` (and spreadsheets) put before text that would be a formula. */
const plain = (value: string) => (/^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value)

/** Cells that a spreadsheet would run as a formula get an apostrophe, so that a device's name can do no harm. */
const neutral = (value: string) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)
const cell = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** The sheet that `readSheet` takes, with a BOM: spreadsheets then read it as UTF-8. */
export function writeSheet(devices: readonly Device[]): string {
  const rows = devices.map(device => {
    const values: Record<string, string | undefined> = {
      ...device,
      inServiceFrom: device.service[0]!.from,
      standby: device.standby ? 'yes' : 'no',
    } as unknown as Record<string, string | undefined>
    return sheetColumns.map(column => cell(neutral(values[column] ?? ''))).join(',')
  })
  return `\uFEFF${[sheetColumns.join(','), ...rows].join('\r\n')}\r\n`
}
