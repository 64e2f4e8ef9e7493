import type { Ratio } from '@pactdesk/domain/kernel/ratio'
import {
  evaluateTerm,
  type Explanation as Reason,
  type SourceRef,
  type Term,
} from '@pactdesk/domain/outsourcing/billing/explanation'
import type { Bilingual } from '../format/language.ts'
import type { Explanation, ExplanationRow, Source, Value, Term as WrittenTerm } from '../parts/why/explanation.ts'
import { writeValue } from '../parts/why/explanation.ts'
import { chainOf, essence } from './chain.ts'
import { exactMoney, figure } from './figures.ts'
import { labelOf, type Words } from './labels.ts'
import { sentenceOf } from './sentence.ts'
import { exact, type Unit, unitOf } from './units.ts'

export type ExplainFacts = {
  currency: string
  /** Instant as of which it was computed, and the zone to tell it in. */
  asOf: { instant: string; zone: string }
  title?: Bilingual
  contract?: { id: string; label: string }
  /** The signed words of its clause. */
  quote?: Bilingual
  /** Rows that the page knows beside: rate version, coverage. */
  rows?: readonly ExplanationRow[]
  /** Where a source opens; absent where the reader may not open it. */
  hrefOf?: (source: SourceRef) => string | undefined
}

/** An explanation of the domain in the one shape that cards and drawers show: equation, steps, rounding, sources. */
export function explained(reason: Reason, facts: ExplainFacts): Explanation {
  const { currency } = facts
  const unit: Unit = reason.unit === 'minor' ? 'money' : reason.unit
  const result = figure(exact(reason.figure), unit, currency)
  const sentence = sentenceOf(reason, currency)
  const rounding = roundingOf(reason, unit, currency)
  const sources = sourcesOf(reason.sources, facts)
  return {
    title: facts.title ?? sentence,
    value: result,
    equation: [...equationOf(reason.equation, currency), { operator: '=', label: words.result, value: result, result: true }],
    ...(reason.clause && {
      clause: {
        number: reason.clause,
        ...(facts.quote && { quote: facts.quote }),
        ...(facts.contract && { contract: facts.contract }),
      },
    }),
    rows: [{ label: words.rule, text: sentence }, ...stepsOf(reason.equation, currency), ...(facts.rows ?? [])],
    ...(rounding && { rounding }),
    ...(sources && { sources }),
    asOf: facts.asOf,
  }
}

const words = {
  result: { zh: '结果', en: 'Result' },
  rule: { zh: '规则', en: 'Rule' },
  where: { zh: '其中', en: 'Where' },
  date: { zh: '日期', en: 'Date' },
  minutes: { zh: '记录', en: 'Worked' },
} satisfies Record<string, Words>

/** The outermost line, one operand a term. */
export const equationOf = (term: Term, currency: string): WrittenTerm[] =>
  chainOf(term).map(({ operator, term: operand }) => ({
    ...(operator && { operator }),
    label: labelOf(operand),
    value: figure(evaluateTerm(operand), unitOf(operand), currency),
  }))

/** Most steps that are spelt out; what a figure of hundreds of parts rests on is in its sources. */
const mostSteps = 12

/** Every operand that is itself computed, in the order of the line, each with the figures it comes from; equal ones once. */
export function stepsOf(term: Term, currency: string): ExplanationRow[] {
  const steps: ExplanationRow[] = []
  const seen = new Set<string>()
  const visit = (of: Term): void => {
    for (const { term: operand } of chainOf(of)) {
      if (operand.kind === 'value' || isSingle(operand)) continue
      const text = stepText(operand, currency)
      if (seen.has(text.en) || steps.length >= mostSteps) continue
      seen.add(text.en)
      steps.push({ label: words.where, text: labelOf(operand), note: text })
      visit(operand.kind === 'round-up' ? operand.term : operand)
    }
  }
  if (essenceIsLesser(term)) steps.push(lesserStep(term, currency))
  visit(term)
  return steps
}

const isSingle = (term: Term): boolean => (term.kind === 'add' || term.kind === 'multiply') && essence(term).kind === 'value'

function stepText(term: Term, currency: string): Words {
  const shown = (of: Term): Value => figure(evaluateTerm(of), unitOf(of), currency)
  return bilingual(language => {
    const write = (of: Term): string => writeValue(shown(of), language)
    const end = ` = ${write(term)}`
    if (term.kind === 'round-up') {
      const [value, step] = [write(term.term), write(term.step)]
      return (language === 'en' ? `${value}, up to steps of ${step}` : `${value}，按 ${step}进位`) + end
    }
    const line = chainOf(term).map(({ operator, term: operand }) => `${operator ? `${operator} ` : ''}${write(operand)}`)
    return line.join(' ') + end
  })
}

const unrounded = (term: Term): Term => (term.kind === 'round' ? unrounded(term.term) : term)
const essenceIsLesser = (term: Term): boolean => unrounded(term).kind === 'min'

function lesserStep(term: Term, currency: string): ExplanationRow {
  const lesser = unrounded(term)
  const terms = lesser.kind === 'min' ? lesser.terms : [lesser]
  const note = bilingual(language => {
    const written = terms.map(each => writeValue(figure(evaluateTerm(each), unitOf(each), currency), language))
    return `${written.join(language === 'en' ? ', ' : '、')} → ${writeValue(figure(evaluateTerm(lesser), unitOf(lesser), currency), language)}`
  })
  return { label: words.where, text: { zh: '取较小者', en: 'the least of these counts' }, note }
}

const rules = {
  once: { zh: '取整一次', en: 'rounded once' },
  'up-to-step': { zh: '分钟按单位进位，金额取整一次', en: 'minutes up to the step, the amount rounded once' },
  'largest-remainder': { zh: '与各行一起按最大余数法取整', en: 'rounded together by largest remainder' },
  cumulative: { zh: '累计取整后减去此前部分', en: 'rounded cumulatively, less what came before' },
} satisfies Record<Exclude<Reason['rounding'], 'none'>, Words>

function roundingOf(reason: Reason, unit: Unit, currency: string): Explanation['rounding'] {
  if (reason.rounding === 'none') return undefined
  const value = beforeRounding(reason.equation)
  const written = unit === 'money' ? exactMoney(value, currency) : writeValue(figure(value, unit, currency), 'en')
  return { exact: written, rule: rules[reason.rounding] }
}

/** The figure as it is before its outermost rounding; with several roundings, as the line of the equation gives it. */
function beforeRounding(term: Term): Ratio {
  return evaluateTerm(essence(term))
}

/** A source that several parts of a figure rest on, such as the ticket of two pieces of work, is named once. */
const once = (refs: readonly SourceRef[]): SourceRef[] =>
  refs.filter(({ kind, id }, at) => refs.findIndex(ref => ref.kind === kind && ref.id === id) === at)

function sourcesOf(all: readonly SourceRef[], { hrefOf }: ExplainFacts): Explanation['sources'] {
  const refs = once(all)
  if (refs.length === 0) return undefined
  const dated = refs.some(({ date }) => date !== undefined)
  const timed = refs.some(({ minutes }) => minutes !== undefined)
  const nothing: Value = { kind: 'text', text: '–' }
  const minutes = (count: number): Value => figure(exact(String(count)), 'minutes', '')
  const items = refs.map((ref, at): Source => {
    const href = hrefOf?.(ref)
    return {
      id: `${at}.${ref.kind}.${ref.id}`,
      label: { zh: `${kinds[ref.kind].zh} ${ref.label ?? ref.id}`, en: `${kinds[ref.kind].en} ${ref.label ?? ref.id}` },
      ...(href && { href }),
      cells: [
        ...(dated ? [ref.date ? ({ kind: 'date', date: ref.date } as const) : nothing] : []),
        ...(timed ? [ref.minutes === undefined ? nothing : minutes(ref.minutes)] : []),
      ],
    }
  })
  const total = refs.reduce((sum, ref) => sum + (ref.minutes ?? 0), 0)
  return {
    columns: [...(dated ? [words.date] : []), ...(timed ? [words.minutes] : [])],
    items,
    ...(timed && refs.length > 1 && { sum: [...(dated ? [{ kind: 'text', text: '' } as const] : []), minutes(total)] }),
  }
}

const kinds: Record<SourceRef['kind'], Words> = {
  ticket: { zh: '工单', en: 'Ticket' },
  visit: { zh: '上门', en: 'Visit' },
  work: { zh: '工时', en: 'Work' },
  part: { zh: '配件', en: 'Part' },
  device: { zh: '设备', en: 'Device' },
  contract: { zh: '合同', en: 'Contract' },
  quote: { zh: '报价单', en: 'Quote' },
  invoice: { zh: '账单', en: 'Bill' },
  payment: { zh: '付款', en: 'Payment' },
  'credit-note': { zh: '冲销单', en: 'Credit note' },
  'late-fee': { zh: '滞纳金', en: 'Late fee' },
}

const bilingual = (write: (language: 'zh-CN' | 'en') => string): Words => ({ zh: write('zh-CN'), en: write('en') })
