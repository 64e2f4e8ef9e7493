import type { TermsIssue } from '@pactdesk/domain/outsourcing/contract/check-terms'
import { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import { grossOf } from './fee-lines.ts'
import { type ContractForm, draftOf } from './form.ts'
import { hoursProblem } from './hours.ts'

/** What is wrong at a field: `path` points into the terms, `code` has words under `problem`, else `detail` is said. */
export type FieldProblem = { path: string; code: string; detail?: string }

/** Everything that keeps a form from being saved, in the order of the page; empty when the server may be asked. */
export function problemsOf(form: ContractForm): FieldProblem[] {
  const own = [...emptyFields(form)]
  const parsed = DraftTerms.safeParse(draftOf(form))
  const refused = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), code: 'invalid', detail: message }))
  const seen = new Set(own.map(({ path }) => path))
  return [...own, ...refused.filter(({ path }) => ![...seen].some(known => path === known || path.startsWith(`${known}.`)))]
}

function* emptyFields(form: ContractForm): Generator<FieldProblem> {
  const need = function* (path: string, value: unknown): Generator<FieldProblem> {
    if (value === undefined || value === '' || value === 0) yield { path, code: 'needed' }
  }
  yield* need('number', form.number.trim())
  yield* need('client.name', form.client.name.trim())
  yield* need('provider.name', form.provider.name.trim())
  yield* need('signingPlace', form.signingPlace.trim())
  yield* need('firstDay', form.firstDay)
  yield* need('lastDay', form.lastDay)
  if (form.lines.length === 0) yield { path: 'feeLines', code: 'noLine' }
  for (const [at, line] of form.lines.entries()) {
    yield* need(`feeLines.${at}.item`, line.item.trim())
    if (line.deviceClass) yield* need(`feeLines.${at}.quantity`, line.quantity)
    if (grossOf(line) === undefined) yield { path: `feeLines.${at}.price`, code: 'needed' }
  }
  if (form.paymentMeans.length === 0) yield { path: 'paymentMeans', code: 'needed' }
  if (!form.sites.some(({ served }) => served)) yield { path: 'sites', code: 'noSite' }
  const served = form.sites.filter(site => site.served)
  for (const [at, site] of served.entries()) yield* need(`sites.${at}.arrivalMinutes`, site.arrivalMinutes)
  const hours = form.hours && hoursProblem(form.hours)
  if (hours) yield { path: 'calendar', code: hours }
  if (form.outOfScope.on && !form.outOfScope.rate) yield { path: 'outOfScope.listRatePerHour', code: 'needed' }
  if (form.standby.on) yield* need('standbyServer.by', form.standby.by)
}

/** The server's own issues, as fields know them. */
export const problemsOfIssues = (issues: readonly TermsIssue[]): FieldProblem[] =>
  issues.map(({ code, path, detail }) => ({ path, code, detail }))

/** First problem at a path or below it. */
export const problemAt = (problems: readonly FieldProblem[], path: string): FieldProblem | undefined =>
  problems.find(problem => problem.path === path || problem.path.startsWith(`${path}.`))
