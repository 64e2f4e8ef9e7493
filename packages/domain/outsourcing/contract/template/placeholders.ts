import { sum } from '../../../kernel/money.ts'
import { ratio } from '../../../kernel/ratio.ts'
import type { DueRule } from '../../billing/due-date.ts'
import type { ContractTerms, PauseReason } from '../terms.ts'
import { discounted, lastDayOf, printCapitals, printDate, printMoney, printShare, printTermLength } from './print.ts'
import { printServiceHours } from './service-hours.ts'
import type { Language } from './template.ts'

/** Every value a template may name, as printed in one language. */
export function placeholders(terms: ContractTerms, language: Language): Record<string, string> {
  const zh = language === 'zh'
  const list = (items: string[]) => items.join(zh ? '、' : ', ')
  const total = sum(
    terms.currency,
    terms.feeLines.map(line => line.gross),
  )
  const { outOfScope, extras, restore, maintenance, provider } = terms
  return {
    total: printMoney(total, language),
    totalInWords: printCapitals(total, language),
    termLength: printTermLength(terms.term, language),
    firstDay: printDate(terms.term.from, language),
    lastDay: printDate(lastDayOf(terms.term), language),
    paymentDays: dueDays(terms.paymentDue, language),
    paymentDueRule: dueRule(terms.paymentDue, zh ? '签署当日' : 'The day of signing', language),
    paymentMeans: terms.paymentMeans.map(means => paymentMeans[means][language]).join(zh ? '或' : ' or '),
    bank: provider.bank?.bank ?? '',
    account: provider.bank?.accountName ?? '',
    accountNumber: provider.bank?.accountNumber ?? '',
    lateFeeRate: terms.lateFee ? printShare(terms.lateFee.ratePerDay, language) : '',
    lateFeeCap: terms.lateFee?.capShare ? printShare(terms.lateFee.capShare, language) : '',
    everyMonths: everyMonths(maintenance.everyMonths, language),
    reinstallEvery: maintenance.reinstall ? everyMonths(maintenance.reinstall.everyMonths, language) : '',
    reinstallClasses: list((maintenance.reinstall?.deviceClasses ?? []).map(known => deviceClass(known, language))),
    carrier: terms.accessLine?.carrier ?? '',
    mbps: terms.accessLine?.mbps ?? '',
    standbyBy: terms.standbyServer ? printDate(terms.standbyServer.by, language) : '',
    trainings: String(terms.trainingVisitsPerYear),
    discountCard: list(terms.discountCard.map(({ item, discount }) => `${item} ${lessShare(discount, language)}`)),
    arrivals: terms.sites
      .map(({ name, nameEn, arrivalMinutes }) =>
        zh ? `${name} ${arrivalMinutes} 分钟` : `${nameEn ?? name} ${arrivalMinutes} minutes`,
      )
      .join(zh ? '，' : ', '),
    serviceHours: printServiceHours(terms.calendar, language),
    severeMinutes: String(terms.severeArrivalMinutes),
    penaltyRate: printShare(terms.penaltyRate, language),
    arbitration: terms.arbitration ?? '',
    reminderDays: String(terms.renewalReminderDays),
    restoreMinutes: String(restore?.minutes ?? ''),
    severeRestore: severeRestore(restore?.severeMinutes, language),
    extrasDays: extras ? dueDays(extras.due, language) : '',
    extrasDueRule: extras ? dueRule(extras.due, zh ? '开具当日' : 'The day of issue', language) : '',
    extrasLateFee: extras ? extrasLateFee(extras.lateFee && terms.lateFee !== undefined, language) : '',
    listRate: outOfScope ? printMoney(outOfScope.listRatePerHour, language) : '',
    outOfScopeDiscount: outOfScope ? printShare(outOfScope.discount, language) : '',
    netRate: outOfScope ? printMoney(discounted(outOfScope.listRatePerHour, outOfScope.discount), language) : '',
    roundUpMinutes: String(outOfScope?.roundUpMinutes ?? ''),
    allocationOrder: terms.allocationOrder ? allocationOrder[terms.allocationOrder][language] : '',
    responseMinutes: String(terms.response?.minutes ?? ''),
    pausedClocks: pausedClocks(terms, language),
    pauseReasons: list(terms.pauseReasons.map(reason => pauseReasons[reason][language])),
  }
}

const paymentMeans = {
  bill: { zh: '票据', en: 'bill or cheque' },
  'bank-transfer': { zh: '银行转账', en: 'bank transfer' },
  'hosted-page': { zh: '在线支付', en: 'online payment' },
}
const allocationOrder = {
  'principal-first': { zh: '先抵充本金，后抵充罚金', en: 'the principal before the late fee' },
  'late-fee-first': { zh: '先抵充罚金，后抵充本金', en: 'the late fee before the principal' },
}
const pauseReasons: Record<PauseReason, { zh: string; en: string }> = {
  client: { zh: '等待甲方', en: 'Party A' },
  part: { zh: '等待配件', en: 'parts' },
  supplier: { zh: '等待第三方供应商', en: 'a third-party supplier' },
}
const deviceClasses: Record<string, { zh: string; en: string }> = {
  pc: { zh: '电脑', en: 'PC' },
  server: { zh: '服务器', en: 'server' },
  network: { zh: '网络设备', en: 'network device' },
  printer: { zh: '打印机', en: 'printer' },
  monitor: { zh: '显示器', en: 'monitor' },
}
const deviceClass = (name: string, language: Language) => deviceClasses[name]?.[language] ?? name

const dueDays = ({ days, dayKind }: DueRule, language: Language) =>
  language === 'zh'
    ? ` ${days} ${dayKind === 'working' ? '个工作日' : '日'}`
    : `${days} ${dayKind === 'working' ? 'working day' : 'day'}${days === 1 ? '' : 's'}`

/** Sentences of their own; English ones carry no final space, the template does. */
function dueRule({ startDayCounts, roll }: DueRule, startDay: string, language: Language): string {
  const rolls = roll === 'next-working-day'
  if (language === 'zh')
    return `${startDay}${startDayCounts ? '计入' : '不计入'}期限${rolls ? '；末日不是工作日的，顺延至其后的第一个工作日' : '，末日不顺延'}。`
  return `${startDay} is ${startDayCounts ? '' : 'not '}counted; a last day that is no working day ${rolls ? 'rolls on to the next working day' : 'does not roll on'}.`
}

function everyMonths(months: number, language: Language): string {
  const named = {
    1: ['每月', 'every month'],
    3: ['每季度', 'every quarter'],
    6: ['每半年', 'every half year'],
    12: ['每年', 'every year'],
  }
  const found = (named as Record<number, string[]>)[months]
  return language === 'zh' ? (found?.[0] ?? `每 ${months} 个月`) : (found?.[1] ?? `every ${months} months`)
}

function lessShare(discount: string, language: Language): string {
  return ratio(discount).equals(0)
    ? language === 'zh'
      ? '按标准价'
      : 'at the list price'
    : language === 'zh'
      ? `优惠 ${printShare(discount, 'zh')}`
      : `less ${printShare(discount, 'en')}`
}

function severeRestore(minutes: number | undefined, language: Language): string {
  if (minutes === undefined) return ''
  return language === 'zh'
    ? `；严重故障应在 ${minutes} 分钟内恢复，不分工作时间与非工作时间连续计算`
    : `; a severe fault within ${minutes} elapsed minutes, around the clock`
}

const extrasLateFee = (owed: boolean, language: Language) =>
  language === 'zh'
    ? owed
      ? '逾期的，适用第 1(4) 条。'
      : '第 1(4) 条的罚金不适用于合同外费用。'
    : owed
      ? ' Clause 1(4) applies to late payment.'
      : ' The late fee of clause 1(4) does not apply to extras.'

function pausedClocks({ restore, response }: ContractTerms, language: Language): string {
  const zh = [restore && '恢复时限', response && '首次答复时限'].filter(Boolean).join('和')
  const en = [restore && 'restore', response && 'first response'].filter(Boolean).join(' and ')
  return language === 'zh' ? zh : `The time for ${en}`
}
