import * as z from 'zod'
import { largestAmount, type Money, sumMinor } from '../../kernel/money.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { daysBetween } from '../../kernel/time.ts'
import { findTemplate } from './template/registry.ts'
import type { ContractTerms } from './terms.ts'

/** One thing that is wrong with terms. `code` is stable, `path` points into the terms. */
export const TermsIssue = z.object({ code: z.string(), path: z.string(), detail: z.string() }).meta({ id: 'ContractTermsIssue' })
export type TermsIssue = z.infer<typeof TermsIssue>

/** Longest term that is accepted, in days. */
const longestTerm = 3_660
/** An event holds the whole terms and at most 16 KB. */
const longestTerms = 13_000

/** Everything that is wrong, at once. The error carries the first issue's code and all of them in `params.issues`. */
export function checkTerms(terms: ContractTerms): Result<ContractTerms> {
  const issues = issuesOf(terms)
  const [first] = issues
  if (!first) return ok(terms)
  return err({
    code: first.code,
    kind: 'invalid',
    detail: issues.map(issue => `${issue.path}: ${issue.detail}`).join('; '),
    params: { issues },
  })
}

/** Most telling first. */
export function issuesOf(terms: ContractTerms): TermsIssue[] {
  return [
    ...template(terms),
    ...term(terms),
    ...currency(terms),
    ...fees(terms),
    ...coverage(terms),
    ...rights(terms),
    ...size(terms),
  ]
}

const issue = (code: string, path: string, detail: string): TermsIssue => ({ code: `contract.${code}`, path, detail })

function template({ template: { id, version } }: ContractTerms): TermsIssue[] {
  const found = findTemplate(id, version)
  return found.ok ? [] : [issue('unknown-template', 'template', found.error.detail)]
}

function term({ term: { from, to }, standbyServer }: ContractTerms): TermsIssue[] {
  const days = daysBetween(from, to)
  if (days < 1) return [issue('term-reversed', 'lastDay', `the last day lies before the first day ${from}`)]
  if (days > longestTerm) return [issue('term-too-long', 'lastDay', `a term of ${days} days is over ${longestTerm}`)]
  if (standbyServer && (standbyServer.by < from || standbyServer.by >= to))
    return [issue('outside-term', 'standbyServer.by', `${standbyServer.by} lies outside the term`)]
  return []
}

function currency(terms: ContractTerms): TermsIssue[] {
  const amounts: [string, Money | undefined][] = [
    ...terms.feeLines.flatMap((line, at): [string, Money | undefined][] => [
      [`feeLines.${at}.gross`, line.gross],
      [`feeLines.${at}.unitGross`, line.unitGross],
    ]),
    ['total', terms.total],
    ['outOfScope.listRatePerHour', terms.outOfScope?.listRatePerHour],
  ]
  return amounts.flatMap(([path, amount]) => [
    ...(amount && amount.currency !== terms.currency
      ? [issue('wrong-currency', path, `${amount.currency} in a contract in ${terms.currency}`)]
      : []),
    ...(amount && amount.minor < 0 ? [issue('negative-amount', path, `${amount.minor} is negative`)] : []),
    ...(amount && amount.minor > largestAmount
      ? [issue('amount-too-large', path, `${amount.minor} is over ${largestAmount}, the largest amount`)]
      : []),
  ])
}

function fees({ feeLines, total, paymentMeans, provider, currency }: ContractTerms): TermsIssue[] {
  const issues: TermsIssue[] = []
  const seen = new Set<number>()
  for (const [at, { line, quantity, unitGross, gross }] of feeLines.entries()) {
    if (seen.has(line)) issues.push(issue('line-twice', `feeLines.${at}.line`, `line ${line} is there twice`))
    seen.add(line)
    if (unitGross && quantity === undefined)
      issues.push(issue('no-quantity', `feeLines.${at}.quantity`, 'a unit price needs a quantity'))
    if (unitGross && quantity !== undefined && BigInt(unitGross.minor) * BigInt(quantity) !== BigInt(gross.minor))
      issues.push(
        issue(
          'fee-line-sum',
          `feeLines.${at}.gross`,
          `${quantity} × ${unitGross.minor} is not ${gross.minor} ${currency} minor units`,
        ),
      )
  }
  const grosses = feeLines.map(({ gross }) => gross.minor)
  if (grosses.some(minor => minor > largestAmount)) return issues
  const sum = sumMinor(grosses)
  if (sum === 0) issues.push(issue('no-fee', 'feeLines', 'the fees sum to nothing, so there is nothing to bill or to recognise'))
  if (total && total.minor !== sum) issues.push(issue('fee-total', 'total', `the lines sum to ${sum}, not ${total.minor}`))
  if (new Set(paymentMeans).size !== paymentMeans.length)
    issues.push(issue('means-twice', 'paymentMeans', 'a means is there twice'))
  if (provider.bank === undefined && paymentMeans.length === 1 && paymentMeans[0] === 'bank-transfer')
    issues.push(issue('no-account', 'provider.bank', 'paying by bank transfer alone needs an account to pay to'))
  return issues
}

function coverage({ sites, feeLines, maintenance, discountCard }: ContractTerms): TermsIssue[] {
  const issues: TermsIssue[] = []
  for (const [at, { site }] of sites.entries())
    if (sites.findIndex(other => other.site === site) < at)
      issues.push(issue('site-twice', `sites.${at}.site`, `${site} is there twice`))
  for (const [at, { key }] of maintenance.checklist.entries())
    if (maintenance.checklist.findIndex(other => other.key === key) < at)
      issues.push(issue('check-twice', `maintenance.checklist.${at}.key`, `${key} is there twice`))
  for (const [at, { item }] of discountCard.entries())
    if (discountCard.findIndex(other => other.item === item) < at)
      issues.push(issue('discount-twice', `discountCard.${at}.item`, `${item} is there twice`))
  for (const [at, { deviceClass, quantity }] of feeLines.entries())
    if (deviceClass !== undefined && quantity === undefined)
      issues.push(issue('no-quantity', `feeLines.${at}.quantity`, `a fee for ${deviceClass} devices needs their number`))
  return issues
}

function rights({ lateFee, allocationOrder, extras }: ContractTerms): TermsIssue[] {
  const issues: TermsIssue[] = []
  if (extras?.lateFee && !lateFee)
    issues.push(issue('no-late-fee', 'extras.lateFee', 'extras carry the late fee of 1(4), which is not agreed'))
  if (allocationOrder && !lateFee) issues.push(issue('no-late-fee', 'allocationOrder', 'an order of settlement needs a late fee'))
  return issues
}

function size(terms: ContractTerms): TermsIssue[] {
  const { length } = JSON.stringify(terms)
  return length > longestTerms
    ? [
        issue(
          'terms-too-long',
          'otherTerms',
          `the terms have ${length} characters, over ${longestTerms}: shorten texts and lists`,
        ),
      ]
    : []
}
