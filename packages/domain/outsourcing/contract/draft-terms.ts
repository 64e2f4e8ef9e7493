import * as z from 'zod'
import { err, ok, type Result } from '../../kernel/result.ts'
import { addDays, LocalDate } from '../../kernel/time.ts'
import { findTemplate } from './template/registry.ts'
import { ContractTerms } from './terms.ts'

const {
  template: _,
  term: __,
  number,
  client,
  provider,
  currency,
  billingZone,
  feeLines,
  calendar,
  sites,
  ...templated
} = ContractTerms.shape

/**
 * What a person drafts: the same terms with inclusive days, as they are printed. Whatever is left out is as the template has
 * it; an optional term left out, or null, is not agreed.
 */
export const DraftTerms = z
  .object({
    template: z.string().max(64),
    number,
    client,
    provider,
    currency,
    firstDay: LocalDate,
    lastDay: LocalDate,
    billingZone,
    feeLines,
    calendar,
    sites,
    ...z.object(templated).partial().shape,
    /** Null: no late fee at all, against the template's default. */
    lateFee: templated.lateFee.nullable(),
  })
  .meta({ id: 'ContractDraftTerms' })
export type DraftTerms = z.infer<typeof DraftTerms>
export type DraftTermsInput = z.input<typeof DraftTerms>

/** Fills a draft from its template. Refuses an unknown template; what the terms say is checked by `checkTerms`. */
export function termsOfDraft(draft: DraftTerms): Result<ContractTerms> {
  const template = findTemplate(draft.template)
  if (!template.ok) {
    const { code, detail, params } = template.error
    return err({ ...template.error, params: { ...params, issues: [{ code, path: 'template', detail }] } })
  }
  const { template: id, firstDay, lastDay, lateFee, ...given } = draft
  const { lateFee: standardLateFee, ...standard } = template.value.defaults
  const agreedLateFee = lateFee === undefined ? standardLateFee : (lateFee ?? undefined)
  return ok({
    ...standard,
    ...given,
    ...(agreedLateFee && { lateFee: agreedLateFee }),
    template: { id, version: template.value.version },
    term: { from: firstDay, to: addDays(lastDay, 1) },
  })
}

/** Back again, for editing a draft and for a renewal. */
export function draftOfTerms({ template, term, ...terms }: ContractTerms): DraftTerms {
  return { ...terms, lateFee: terms.lateFee ?? null, template: template.id, firstDay: term.from, lastDay: addDays(term.to, -1) }
}
