import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Device, type NewDevice, NewDevice as NewDeviceSchema } from './device.ts'

/** Columns of the device sheet: `id`, `class` are needed; `name` is the id and `site` the client's only one when left out. */
export const sheetColumns = [
  'id',
  'name',
  'class',
  'site',
  'serial',
  'user',
  'acquired',
  'inServiceFrom',
  'antivirus',
  'backup',
  'standby',
] as const

/** A record of the sheet with the line it begins on; line 1 is the heading. */
export type SheetRow = { line: number; values: Record<string, string> }
export const SheetError = z
  .object({
    line: z.int(),
    column: z.string().optional(),
    code: z.string(),
    /** What stands there, for a message in the reader's language; `detail` is the message in English. */
    value: z.string().optional(),
    detail: z.string(),
  })
  .meta({ id: 'SheetError' })
export type SheetError = z.infer<typeof SheetError>

export type SheetPlan = {
  register: { line: number; id: string; facts: NewDevice }[]
  unchanged: string[]
  errors: SheetError[]
}

type Known = { devices: readonly Device[]; sites: readonly string[]; today: LocalDate }

/**
 * What a sheet asks for, given the devices that exist: the same sheet again registers nothing. A device that exists with other
 * facts is an error of its line, never overwritten by an import.
 */
export function planSheet(headings: readonly string[], rows: readonly SheetRow[], known: Known): SheetPlan {
  const plan: SheetPlan = { register: [], unchanged: [], errors: headingErrors(headings) }
  if (plan.errors.length > 0) return plan
  const existing = new Map(known.devices.map(device => [device.id, device]))
  const serials = new Map(
    known.devices.flatMap(({ id, serial, status }) => (serial && status === 'in-service' ? [[serial, id]] : [])),
  )
  const seen = new Map<string, number>()
  for (const row of rows) {
    const read = readRow(row, known)
    if (!read.ok) {
      plan.errors.push(...read.errors)
      continue
    }
    const { id, facts } = read
    const device = existing.get(id)
    const before = seen.get(id)
    seen.set(id, row.line)
    const bearer = facts.serial && serials.get(facts.serial)
    if (facts.serial) serials.set(facts.serial, bearer ?? id)
    if (before !== undefined) plan.errors.push(error(row.line, 'id', 'twice', `${id} is on line ${before} already`, id))
    else if (bearer && bearer !== id) {
      const detail = `${facts.serial} is the serial number of ${bearer}`
      plan.errors.push(error(row.line, 'serial', 'serial-twice', detail, facts.serial))
    } else if (!device) plan.register.push({ line: row.line, id, facts })
    else if (sameFacts(device, facts, row)) plan.unchanged.push(id)
    else plan.errors.push(error(row.line, 'id', 'exists', `${id} exists with other facts; change it there`, id))
  }
  return plan
}

const error = (line: number, column: string | undefined, code: string, detail: string, value?: string): SheetError => ({
  line,
  ...(column && { column }),
  code: `configuration.sheet-${code}`,
  ...(value !== undefined && { value: value.slice(0, 80) }),
  detail,
})

function headingErrors(headings: readonly string[]): SheetError[] {
  const known: readonly string[] = sheetColumns
  return [
    ...headings
      .filter(heading => !known.includes(heading))
      .map(heading => error(1, heading, 'column-unknown', `column "${heading}" is not one of ${sheetColumns.join(', ')}`)),
    ...headings
      .filter((heading, at) => headings.indexOf(heading) < at)
      .map(heading => error(1, heading, 'column-twice', `column "${heading}" is there twice`)),
    ...['id', 'class']
      .filter(needed => !headings.includes(needed))
      .map(needed => error(1, needed, 'column-missing', `column "${needed}" is missing`)),
  ]
}

type Read = { ok: true; id: string; facts: NewDevice } | { ok: false; errors: SheetError[] }

function readRow({ line, values }: SheetRow, { sites, today }: Known): Read {
  const given = Object.fromEntries(
    Object.entries(values).flatMap(([column, text]) => (text.trim() === '' ? [] : [[column, text.trim()]])),
  )
  const site = given.site ?? (sites.length === 1 ? sites[0] : undefined)
  const parsed = NewDeviceSchema.extend({ id: Id }).safeParse({
    name: given.id,
    inServiceFrom: today,
    ...given,
    ...(given.class && { class: given.class.toLowerCase() }),
    ...(site && { site }),
    ...(given.standby && { standby: yesNo[given.standby.toLowerCase()] ?? given.standby }),
  })
  if (!parsed.success) {
    return {
      ok: false,
      errors: parsed.error.issues.map(issue => {
        const column = String(issue.path[0] ?? '')
        const value = given[column] ?? ''
        return error(line, column, 'value', `${column} ${JSON.stringify(value)}: ${issue.message}`, value)
      }),
    }
  }
  const { id, ...facts } = parsed.data
  if (sites.includes(facts.site)) return { ok: true, id, facts }
  const stranger = error(line, 'site', 'site', `site ${facts.site} is not an open site of this client`, facts.site)
  return { ok: false, errors: [stranger] }
}

const yesNo: Record<string, boolean> = { yes: true, no: false, true: true, false: false, 是: true, 否: false }

/** Only what the row states is compared: a column left out asks for nothing. */
function sameFacts(device: Device, facts: NewDevice, { values }: SheetRow): boolean {
  const held: Record<string, unknown> = { ...device, inServiceFrom: device.service[0]!.from }
  return Object.entries(facts).every(([field, value]) => !values[field]?.trim() || held[field] === value)
}
