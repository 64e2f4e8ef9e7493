import * as z from 'zod'
import type { ContractTerms } from '../terms.ts'
import { facts } from './facts.ts'
import { placeholders } from './placeholders.ts'
import type { ClauseTemplate, ContractTemplate, Fact, Language, Text } from './template.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** A clause as both parties read it. */
export const Clause = z
  .object({
    no: z.string(),
    /** 0 for `1`, 1 for `1(3)`, 2 for `2(1)(4)`. */
    level: z.int().min(0),
    title: Bilingual.optional(),
    text: Bilingual.optional(),
    kind: z.string(),
    /** The system executes it. */
    acts: z.boolean(),
    /** False: an optional term of clause 7 that is not agreed and not printed. There is no promise in this contract. */
    agreed: z.boolean(),
  })
  .meta({ id: 'ContractClause' })
export type Clause = z.infer<typeof Clause>

export const ContractText = z
  .object({ name: Bilingual, preamble: Bilingual, closing: Bilingual, clauses: z.array(Clause) })
  .meta({ id: 'ContractText' })
export type ContractText = z.infer<typeof ContractText>

/** The whole text of a contract: the template's words filled from the terms. Same terms, same text. */
export function contractText(template: ContractTemplate, terms: ContractTerms): ContractText {
  const holds = facts(terms)
  const values = { zh: placeholders(terms, 'zh'), en: placeholders(terms, 'en') }
  const own = terms.otherTerms.map(
    (text, at): Clause => ({
      no: `7(${at + 1})`,
      level: 1,
      text: { zh: text, en: text },
      kind: 'text',
      acts: false,
      agreed: true,
    }),
  )
  return {
    name: template.name,
    preamble: template.preamble,
    closing: template.closing,
    clauses: [...template.clauses.map(clause => fillClause(clause, holds, values)), ...own],
  }
}

/** The clauses that are printed and signed. */
export const printedClauses = (text: ContractText): Clause[] => text.clauses.filter(clause => clause.agreed)

type Values = Record<Language, Record<string, string>>

function fillClause(clause: ClauseTemplate, holds: Record<Fact, boolean>, values: Values): Clause {
  const agreed = clause.optional === undefined || holds[clause.optional]
  const wording = agreed ? clause.wordings.find(({ when }) => when === undefined || holds[when]) : undefined
  return {
    no: clause.no,
    level: clause.no.split('(').length - 1,
    ...(clause.title && { title: clause.title }),
    ...(wording && { text: fill(wording.text, values, clause.no) }),
    kind: clause.kind,
    acts: clause.acts && agreed,
    agreed,
  }
}

const fill = (text: Text, values: Values, no: string): Text => ({
  zh: fillOne(text.zh, values.zh, no),
  en: fillOne(text.en, values.en, no),
})

/** A placeholder without a value would print a hole into a contract: the template is wrong, not the terms. */
function fillOne(text: string, values: Record<string, string>, no: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`clause ${no} names {${name}}, which no terms give`)
    return value
  })
}
