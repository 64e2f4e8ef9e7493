import type { BodyInput } from '@pactdesk/domain/kernel/route'
import type { recordPaperContract } from '@pactdesk/domain/outsourcing/contract/routes'
import type { Money } from '../../format/money.ts'
import type { FieldProblem } from './problems.ts'

/** What was there before a contract signed on paper came into the product, as it is typed. */
export type OpeningForm = {
  providerSignedOn: string | undefined
  clientSignedOn: string | undefined
  scan: string | undefined
  billed: Money | undefined
  paid: Money | undefined
  lastInvoiceNumber: string
  recognisedUntil: string | undefined
}

export const noOpening: OpeningForm = {
  providerSignedOn: undefined,
  clientSignedOn: undefined,
  scan: undefined,
  billed: undefined,
  paid: undefined,
  lastInvoiceNumber: '',
  recognisedUntil: undefined,
}

type Recorded = Omit<BodyInput<typeof recordPaperContract>, 'terms'>

/** What is wrong with it: dates in the future, more paid than billed, more billed than agreed. */
export function openingProblems(opening: OpeningForm, today: string, total: Money): FieldProblem[] {
  const problems: FieldProblem[] = []
  const add = (path: string, code: string): void => void problems.push({ path, code })
  for (const field of ['providerSignedOn', 'clientSignedOn'] as const) {
    const date = opening[field]
    if (!date) add(field, 'needed')
    else if (date > today) add(field, 'future')
  }
  if (!opening.billed) add('billed', 'needed')
  else if (opening.billed.minor > total.minor) add('billed', 'overTotal')
  if (!opening.paid) add('paid', 'needed')
  else if (opening.billed && opening.paid.minor > opening.billed.minor) add('paid', 'overBilled')
  if (!opening.recognisedUntil) add('recognisedUntil', 'needed')
  return problems
}

/** The opening state for the server; only after `openingProblems` found nothing. */
export function recordedOf(opening: OpeningForm): Recorded | undefined {
  const { providerSignedOn, clientSignedOn, scan, billed, paid, lastInvoiceNumber, recognisedUntil } = opening
  if (!providerSignedOn || !clientSignedOn || !billed || !paid || !recognisedUntil) return undefined
  const last = lastInvoiceNumber.trim()
  return {
    providerSignedOn,
    clientSignedOn,
    ...(scan && { scan }),
    opening: { billed, paid, recognisedUntil, ...(last && { lastInvoiceNumber: last }) },
  }
}
