import { ratio } from '@pactdesk/domain/kernel/ratio'
import {
  evaluateTerm,
  explain,
  least,
  minus,
  over,
  plus,
  product,
  rounded,
  roundedUp,
  shareByWeight,
  type Term,
  value,
} from '@pactdesk/domain/outsourcing/billing/explanation'
import { explanationWords } from '@pactdesk/domain/outsourcing/billing/explanation-words'
import { accrueLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee'
import { meteringReasons } from '@pactdesk/domain/outsourcing/metering/index'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeValue } from '../parts/why/explanation.ts'
import { chainOf, essence } from './chain.ts'
import { equationOf, explained, stepsOf } from './explain.ts'
import { decimal, exactMoney } from './figures.ts'
import { labelOf } from './labels.ts'
import { reasonOf, sentenceOf } from './sentence.ts'
import { unitOf } from './units.ts'

const asOf = { instant: '2026-11-24T02:42:00Z', zone: 'Asia/Shanghai' }
const written = (term: Term, language: 'zh-CN' | 'en' = 'en') =>
  equationOf(term, 'CNY').map(({ operator, label, value }) =>
    [operator, (label as { zh: string; en: string })[language === 'en' ? 'en' : 'zh'], writeValue(value, language)]
      .filter(Boolean)
      .join(' '),
  )

const minutes = (worked: number) =>
  roundedUp(value(worked, 'billing.term.recorded-minutes'), value(30, 'billing.term.step-minutes'))
const hourly = rounded(
  over(
    product(
      plus(minutes(45), minutes(80)),
      product(value('30000', 'billing.term.list-rate'), minus(value(1), value('0.10', 'billing.term.discount'))),
    ),
    value(60, 'billing.term.minutes-per-hour'),
  ),
)

describe('an equation in words and figures', () => {
  test('work by the hour: minutes × rate × what the discount leaves ÷ 60', () => {
    expect(written(hourly)).toEqual([
      'Σ recorded minutes, rounded up 150 min',
      '× list rate an hour ¥300.00',
      '× 1 − discount 90 %',
      '÷ minutes an hour 60 min',
    ])
    expect(written(hourly, 'zh-CN')[0]).toBe('记录分钟（进位）合计 150 分钟')
  })

  test('each computed operand has its own step, equal ones once', () => {
    const notes = stepsOf(hourly, 'CNY').map(({ note }) => note)
    expect(notes).toEqual([
      { en: '60 min + 90 min = 150 min', zh: '60 分钟 + 90 分钟 = 150 分钟' },
      { en: '45 min, up to steps of 30 min = 60 min', zh: '45 分钟，按 30 分钟进位 = 60 分钟' },
      { en: '80 min, up to steps of 30 min = 90 min', zh: '80 分钟，按 30 分钟进位 = 90 分钟' },
      { en: '1 − 10 % = 90 %', zh: '1 − 10% = 90%' },
    ])
  })

  test('VAT inside an amount is an amount, the divisor a share', () => {
    const tax = over(
      product(plus(value(10_600, 'billing.term.line-gross')), value('0.06', 'billing.term.tax-rate')),
      plus(value(1), value('0.06', 'billing.term.tax-rate')),
    )
    expect(unitOf(tax)).toBe('money')
    expect(written(rounded(tax))).toEqual(['line ¥106.00', '× VAT rate 6 %', '÷ 1 + VAT rate 106 %'])
  })

  test('an amount shared by weight shows its own share', () => {
    expect(written(shareByWeight(value(1_000, 'billing.term.credited'), [1, 2], 1, 667))).toEqual([
      'credited ¥10.00',
      '× weight 2',
      '÷ Σ weight 3',
    ])
  })

  test('of a cap and an amount the lesser stands in the line, and both are said', () => {
    const capped = least(rounded(value('900', 'billing.term.amount')), value(500, 'billing.term.cap'))
    expect(written(capped)).toEqual(['cap ¥5.00'])
    expect(stepsOf(capped, 'CNY')[0]?.note).toEqual({ en: '¥9.00, ¥5.00 → ¥5.00', zh: '¥9.00、¥5.00 → ¥5.00' })
  })

  test('a late fee of two spans: each day count × unpaid × rate, the line their sum', () => {
    const { explanation } = accrueLateFee(
      {
        bill: { id: 'b', number: 'INV-1' },
        grossMinor: 100_000,
        dueOn: '2026-10-08',
        reductions: [{ id: 'p', kind: 'payment', on: '2026-10-12', minor: 99_950 }],
        ratePerDay: '0.001',
      },
      '2026-10-14',
    )
    const told = explained(explanation, { currency: 'CNY', asOf })
    expect(told.equation.map(term => writeValue(term.value, 'en'))).toEqual(['¥3.00', '¥0.0015', '¥3.00'])
    expect(told.rounding?.exact).toBe('¥3.0015')
    expect(told.rows[0]?.text).toEqual({
      en: '0.1 % of what is unpaid at the end of each day after 8 Oct 2026, without fee on fee, rounded once',
      zh: '2026年10月8日 次日起，按每日终了时未付金额的 0.1% 计，不计复利，取整一次',
    })
    expect(told.rows.slice(1).map(({ note }) => (note as { en: string }).en)).toEqual([
      '3 days × ¥1,000.00 × 0.1 % = ¥3.00',
      '3 days × ¥0.50 × 0.1 % = ¥0.0015',
    ])
    expect(told.sources?.items.map(({ label }) => (label as { en: string }).en)).toEqual(['Bill INV-1', 'Payment p'])
  })
})

test('the line always computes to the figure before its outermost rounding', () => {
  const leaf = fc.integer({ min: 1, max: 999 }).map(number => value(number))
  const tree: fc.Arbitrary<Term> = fc.letrec<{ term: Term }>(tie => {
    const term = tie('term')
    const some = fc.array(term, { minLength: 1, maxLength: 3 })
    return {
      term: fc.oneof(
        { maxDepth: 4 },
        leaf,
        some.map(terms => plus(...terms)),
        some.map(terms => product(...terms)),
        some.map(terms => least(...terms)),
        fc.tuple(term, term).map(([left, right]) => minus(left, right)),
        fc.tuple(term, leaf).map(([left, right]) => over(left, right)),
        term.map(rounded),
        fc.tuple(term, leaf).map(([inner, step]) => roundedUp(inner, step)),
      ),
    }
  }).term
  fc.assert(
    fc.property(tree, term => {
      const [first, ...rest] = chainOf(term)
      const computed = rest.reduce((left, { operator, term: operand }) => {
        const right = evaluateTerm(operand)
        if (operator === '+') return left.add(right)
        if (operator === '−') return left.sub(right)
        return operator === '×' ? left.mul(right) : left.div(right)
      }, evaluateTerm(first!.term))
      expect(computed.equals(evaluateTerm(essence(term)))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

describe('exact figures', () => {
  test('what does not end says that there is more; what ends is whole', () => {
    expect(exactMoney(ratio('11010739726/1000'), 'CNY')).toBe('¥110,107.39726')
    expect(exactMoney(ratio('271/3'), 'CNY')).toBe('¥0.903333…')
    expect(exactMoney(ratio('-271/3'), 'CNY')).toBe('−¥0.903333…')
    expect(exactMoney(ratio('216000'), 'CNY')).toBe('¥2,160.00')
    expect(exactMoney(ratio('216000'), 'JPY')).toBe('¥216,000')
    expect(decimal(ratio('1/3'), 3)).toBe('0.333…')
  })
  test('shares are percentages to the last digit', () => {
    expect(writeValue(equationOf(value('0.065', 'billing.term.tax-rate'), 'CNY')[0]!.value, 'en')).toBe('6.5 %')
  })
})

describe('sentences', () => {
  test('every sentence of the domain is filled when its inputs are there, in both languages', () => {
    for (const key of Object.keys(explanationWords)) {
      const names = [...JSON.stringify(explanationWords[key as keyof typeof explanationWords]).matchAll(/\{(\w+)\}/g)]
      const inputs = Object.fromEntries(names.map(([, name = '']) => [name, 1]))
      const { zh, en } = sentenceOf({ key, inputs }, 'CNY')
      expect(`${zh}${en}`).not.toContain('{')
    }
  })
  test('a reason names its part; a key nobody knows shows itself', () => {
    expect(reasonOf({ key: 'part-without-cost', params: { part: 'SSD' } }, 'CNY').zh).toBe('缺少 SSD 的采购成本')
    expect(reasonOf({ key: 'metering.reason.visit-unsigned' }, 'CNY').en).toBe('The visit is not signed yet')
    expect(reasonOf({ key: 'something-new' }, 'CNY').en).toBe('something-new')
    expect(Object.keys(meteringReasons).length).toBeGreaterThan(10)
  })
  test('a label longer than four numbers is a subtotal', () => {
    const many = plus(...[1, 2, 3, 4, 5].map(number => value(number)))
    expect(labelOf(many)).toEqual({ zh: '小计', en: 'subtotal' })
  })
})

test('an explanation without rounding and sources has neither', () => {
  const told = explained(
    explain({
      key: 'billing.explain.fee',
      unit: 'minor',
      equation: plus(value(3_600_000, 'billing.term.fee')),
      rounding: 'none',
      clause: '1(1)',
      inputs: { item: 'PC' },
      sources: [],
    }),
    { currency: 'CNY', asOf },
  )
  expect(told.rounding).toBeUndefined()
  expect(told.sources).toBeUndefined()
  expect(told.clause).toEqual({ number: '1(1)' })
  expect(told.equation.map(({ operator = '', value }) => `${operator}${writeValue(value, 'en')}`)).toEqual([
    '¥36,000.00',
    '=¥36,000.00',
  ])
})
