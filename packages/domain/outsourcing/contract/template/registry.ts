import { invalid, ok, type Result } from '../../../kernel/result.ts'
import type { ContractTerms } from '../terms.ts'
import { type ContractText, contractText } from './fill.ts'
import { itMaintenanceCn } from './it-maintenance-cn.ts'
import type { ContractTemplate } from './template.ts'

/** Every version that was ever offered stays here: a signed contract keeps its words. */
const templates: readonly ContractTemplate[] = [itMaintenanceCn]

/** Names of the templates a contract can be drafted from. */
export const templateIds = [...new Set(templates.map(({ id }) => id))]

/** The version named, or the newest. */
export function findTemplate(id: string, version?: number): Result<ContractTemplate> {
  const found = templates.filter(template => template.id === id && (version === undefined || template.version === version)).at(-1)
  if (found) return ok(found)
  const what = version === undefined ? id : `${id} version ${version}`
  return invalid('contract.unknown-template', `there is no contract template ${what}; known: ${templateIds.join(', ')}`, {
    template: id,
    known: templateIds,
  })
}

/** The words of a contract. The terms name their template; one that left the registry is a fault, not an input error. */
export function textOf(terms: ContractTerms): ContractText {
  const template = findTemplate(terms.template.id, terms.template.version)
  if (!template.ok) throw new Error(template.error.detail)
  return contractText(template.value, terms)
}
