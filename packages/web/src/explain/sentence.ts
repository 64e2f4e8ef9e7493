import { explanationWords } from '@pactdesk/domain/outsourcing/billing/explanation-words'
import { meteringReasons } from '@pactdesk/domain/outsourcing/metering/index'
import { formatDate } from '../format/date.ts'
import type { Language } from '../format/language.ts'
import { formatMoney } from '../format/money.ts'
import { formatNumber, formatRate } from '../format/number.ts'
import type { Words } from './labels.ts'

/** What a sentence of the domain names: amounts in minor units end in `Minor`, days are local dates. */
export type Inputs = Readonly<Record<string, string | number>>

/** Shares among the inputs, written as percentages. */
const shares = ['ratePerDay', 'taxRate', 'part', 'penaltyRate', 'discount']

/** `{name}` filled in both languages. A name nobody gave stays visible: a hole would hide the fault. */
export function fill(words: Words, inputs: Inputs, currency: string): Words {
  const one = (text: string, language: Language): string =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const input = inputs[name]
      return input === undefined ? hole : write(name, input, currency, language)
    })
  return { zh: one(words.zh, 'zh-CN'), en: one(words.en, 'en') }
}

function write(name: string, input: string | number, currency: string, language: Language): string {
  if (name.endsWith('Minor') || name === 'minor') return formatMoney({ currency, minor: Number(input) }, language)
  if (shares.includes(name) && /^-?\d+(\.\d+)?$/.test(String(input))) return formatRate(String(input), language)
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(input))) return formatDate(String(input), language, 'plain')
  return typeof input === 'number' ? formatNumber(input, language) : input
}

/** The sentence of an explanation (`billing.explain.*`, `financial.explain.*`); a key without words shows itself. */
export function sentenceOf(explanation: { key: string; inputs: Inputs }, currency: string): Words {
  const words = (explanationWords as Record<string, Words>)[explanation.key]
  return fill(words ?? { zh: explanation.key, en: explanation.key }, explanation.inputs, currency)
}

/** Why a unit of work is in its state (`metering.reason.*`). */
export function reasonOf(reason: { key: string; params?: Inputs | undefined }, currency: string): Words {
  const words = (meteringReasons as Record<string, Words>)[reason.key.replace(/^metering\.reason\./, '')]
  return fill(words ?? { zh: reason.key, en: reason.key }, reason.params ?? {}, currency)
}
