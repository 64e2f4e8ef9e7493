import { describe, expect, it } from 'vitest'
import type { DraftTermsInput } from '../draft-terms.ts'
import { maintenanceTerms } from '../testing.ts'
import { printedClauses } from './fill.ts'
import { itMaintenanceCn } from './it-maintenance-cn.ts'
import { textOf } from './registry.ts'

const clauseOf = (no: string, overrides: Partial<DraftTermsInput> = {}) => {
  const found = textOf(maintenanceTerms(overrides)).clauses.find(clause => clause.no === no)
  if (!found) throw new Error(`no clause ${no}`)
  return found
}

/** Everything optional agreed, and nothing of it. */
const everything: Partial<DraftTermsInput> = {
  lateFee: { ratePerDay: '0.0005', capShare: '0.3' },
  response: { minutes: 30 },
  standbyServer: { by: '2026-10-31' },
  trainingVisitsPerYear: 2,
  accessLine: { carrier: '中国电信', mbps: '500' },
  arbitration: '上海仲裁委员会',
  discountCard: [
    { item: '网站制作', discount: '0.15' },
    { item: '硬件评估', discount: '0' },
  ],
  paymentMeans: ['bank-transfer', 'bill', 'hosted-page'],
  pauseReasons: ['client', 'part', 'supplier'],
  otherTerms: ['寒暑假期间，机房设备巡检改为每两月一次。'],
}
const nothing: Partial<DraftTermsInput> = {
  provider: { name: 'Chengxin IT' },
  lateFee: null,
  restore: undefined,
  extras: undefined,
  outOfScope: undefined,
  allocationOrder: undefined,
  severeAtClosing: false,
  refund: 'none',
  partsLabourFree: false,
  maintenance: { everyMonths: 2, checklist: [] },
  pauseReasons: [],
}

describe('the standard maintenance contract', () => {
  it('has every clause of the model once, in order', () => {
    expect(itMaintenanceCn.clauses.map(({ no }) => no).join(' ')).toBe(
      '1 1(1) 1(2) 1(3) 1(4) 2 2(1) 2(1)(1) 2(1)(2) 2(1)(3) 2(1)(4) 2(1)(5) 2(1)(6) 2(2) 2(2)(1) 2(2)(2) 2(2)(3) 2(2)(4) 2(2)(5) ' +
        '2(3) 2(3)(1) 2(3)(2) 2(4) 2(4)(1) 2(4)(2) 2(4)(3) 2(4)(4) 2(5) 3 3(1) 3(2) 3(3) 3(4) 3(5) 3(6) 3(7) 4 4(1) 4(2) 4(3) 4(4) 5 6 ' +
        '7 7(a) 7(b) 7(c) 7(d) 7(e) 7(f) 7(g) 7(h) 7(i)',
    )
  })
  it.each([
    ['with everything agreed', everything],
    ['with nothing optional', nothing],
  ])('prints no hole in either language %s', (_, overrides) => {
    for (const { no, text, title, kind } of printedClauses(textOf(maintenanceTerms(overrides)))) {
      expect(kind === 'head' ? title : text, no).toBeDefined()
      for (const words of [text?.zh, text?.en]) {
        if (words === undefined) continue
        expect(words, no).not.toMatch(/[{}]|undefined|NaN| {2}|。。|（）|\(\)|合计。/)
        expect(words.length, no).toBeGreaterThan(5)
      }
      if (text && kind !== 'text') {
        expect(text.zh, no).toMatch(/\p{Script=Han}/u)
        expect(
          text.en.replace(/上海银行|中国电信|上海仲裁委员会|网站制作|硬件评估|\(in capital numerals: [^)]*\)/g, ''),
          no,
        ).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })
  it('writes the fee also in capitals', () => {
    expect(clauseOf('1(1)').text?.zh).toContain('人民币 36,000.00 元（大写：人民币叁万陆仟元整）')
  })
  it('prints the last day, which is kept half-open', () => {
    expect(clauseOf('1(2)').text).toEqual({
      zh: '服务期限为一年，自2026年10月1日起至2027年9月30日止，首尾两日均计入。',
      en: 'The term is one year, from 1 October 2026 to 30 September 2027, both days included.',
    })
    expect(clauseOf('1(2)', { lastDay: '2027-03-31' }).text?.en).toContain('six months')
    expect(clauseOf('1(2)', { lastDay: '2026-12-29' }).text?.zh).toContain('共 90 日')
  })
  it('states the due rule as it will be computed', () => {
    expect(clauseOf('1(3)').text?.zh).toContain('2 日内，以票据或银行转账方式')
    expect(clauseOf('1(3)').text?.zh).toContain('签署当日不计入期限；末日不是工作日的，顺延至其后的第一个工作日')
    expect(
      clauseOf('1(3)', { paymentDue: { days: 5, dayKind: 'working', startDayCounts: true, roll: 'none' } }).text?.zh,
    ).toContain('5 个工作日内')
  })
  it('calls the late fee a right', () => {
    expect(clauseOf('1(4)').text?.zh).toContain('乙方有权')
    expect(clauseOf('1(4)').text?.zh).toContain('1%')
    expect(clauseOf('1(4)', nothing).text?.zh).toContain('未约定逾期付款的罚金')
  })
  it('names N of each site and the working hours with the agreed break', () => {
    const lunch = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [
        day,
        [
          ['09:00', '12:00'],
          ['13:00', '18:00'],
        ],
      ]),
    )
    const clause = clauseOf('3(6)', {
      sites: [
        { site: 'HQ', name: '总部', arrivalMinutes: 60 },
        { site: 'W1', name: '仓库', arrivalMinutes: 120 },
      ],
      calendar: { timezone: 'Asia/Shanghai', weekly: { ...lunch, sat: [['10:00', '14:00']] }, publicHolidays: 'CN' } as never,
    })
    expect(clause.text?.zh).toContain('总部 60 分钟，仓库 120 分钟')
    expect(clause.text?.zh).toContain('周一至周五 09:00–12:00、13:00–18:00；周六 10:00–14:00（时区 Asia/Shanghai')
  })
  it('prints what is not agreed nowhere, yet knows it as no promise', () => {
    const text = textOf(maintenanceTerms(nothing))
    expect(printedClauses(text).map(({ no }) => no)).not.toContain('7(a)')
    expect(text.clauses.filter(({ agreed }) => !agreed).map(({ no }) => no)).toEqual([
      '7(a)',
      '7(b)',
      '7(c)',
      '7(d)',
      '7(e)',
      '7(g)',
      '7(h)',
      '7(i)',
    ])
    expect(text.clauses.filter(({ agreed, acts }) => acts && !agreed)).toEqual([])
  })
  it('states the discounted rate that will be billed', () => {
    expect(clauseOf('7(d)').text?.zh).toContain('每小时人民币 300.00 元，优惠 20%，即每小时人民币 240.00 元')
  })
  it('keeps further agreements as numbered text', () => {
    expect(clauseOf('7(1)', everything)).toMatchObject({ acts: false, kind: 'text', text: { zh: everything.otherTerms![0] } })
  })
  it('gives the same text for the same terms', () => {
    expect(textOf(maintenanceTerms(everything))).toEqual(textOf(maintenanceTerms(everything)))
  })
})
