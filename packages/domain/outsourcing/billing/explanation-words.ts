/** The sentence of each explanation, filled from its inputs; names ending in `Minor` are amounts in minor units. */
export const explanationWords = {
  'billing.explain.fee': { en: 'Fee as agreed: {item}', zh: '合同约定的费用：{item}' },
  'billing.explain.fee-rest': {
    en: 'What is still to be billed of the fee, shared to {item}',
    zh: '尚未出账的费用按比例分摊到 {item}',
  },
  'billing.explain.part-at-cost': {
    en: '{quantity} × purchase cost of {part}, no margin',
    zh: '{part}：{quantity} × 采购成本（工本费）',
  },
  'billing.explain.part-by-quote': { en: '{quantity} × quoted price of {part}', zh: '{part}：{quantity} × 报价' },
  'billing.explain.out-of-scope': {
    en: '{recordedMinutes} minutes, rounded up to {billedMinutes} once per ticket and visit, at the list rate less discount',
    zh: '记录 {recordedMinutes} 分钟，按工单和上门各进位一次为 {billedMinutes} 分钟，按折后单价计',
  },
  'billing.explain.out-of-scope-more': {
    en: '{recordedMinutes} minutes more for work that an earlier bill holds; minutes rounded up there are not charged again',
    zh: '为已出账的工作追加 {recordedMinutes} 分钟；此前进位的分钟不再重复计费',
  },
  'billing.explain.tax-group': {
    en: 'VAT of {taxRate} inside the sum of lines {lines}, rounded once',
    zh: '第 {lines} 行合计所含的增值税（税率 {taxRate}），取整一次',
  },
  'billing.explain.tax-line': {
    en: "This line's share of the VAT of its rate, by largest remainder",
    zh: '本行按最大余数法分摊同税率的增值税',
  },
  'billing.explain.late-fee': {
    en: '{ratePerDay} of what is unpaid at the end of each day after {dueOn}, without fee on fee, rounded once',
    zh: '{dueOn} 次日起，按每日终了时未付金额的 {ratePerDay} 计，不计复利，取整一次',
  },
  'billing.explain.late-fee-claim': {
    en: 'Late fee of {number} up to {through}, part claimed: {part}',
    zh: '{number} 截至 {through} 的滞纳金，主张比例 {part}',
  },
  'billing.explain.proration': { en: '{days} of {ofDays} days', zh: '{ofDays} 天中的 {days} 天' },
  'billing.explain.earned': {
    en: 'Fee earned by {days} of {ofDays} days of the term',
    zh: '期限 {ofDays} 天中已服务 {days} 天的费用',
  },
  'billing.explain.penalty': { en: 'Penalty on the contract total, outside VAT', zh: '以合同总额为基数的违约金，不计增值税' },
  'billing.explain.settlement': {
    en: 'Returned to the client, less what the client owes',
    zh: '应退还客户的金额减去客户应付的金额',
  },
  'billing.explain.credit-tax': {
    en: 'From the tax that was stored, in proportion to what is credited',
    zh: '按冲销金额占比从原账单已存税额计算',
  },
  'billing.explain.credit-tax-group': {
    en: 'VAT of {taxRate} that lines {lines} take back',
    zh: '第 {lines} 行冲回的增值税（税率 {taxRate}）',
  },
  'billing.explain.credit-line': { en: 'Shared to the lines by their amounts', zh: '按各行金额分摊' },
  'billing.explain.credit-line-tax': { en: 'Shared to the lines by their stored tax', zh: '按各行已存税额分摊' },
  'financial.explain.recognition': {
    en: 'Net fee earned by the end of these {days} days, less what was recognised before; term of {ofDays} days',
    zh: '截至这 {days} 天末累计确认的不含税费用减去此前已确认金额；期限 {ofDays} 天',
  },
} as const satisfies Record<string, { en: string; zh: string }>
export type ExplanationKey = keyof typeof explanationWords

/** What each number of an equation is. */
export const termWords = {
  'billing.term.amount': { en: 'amount', zh: '金额' },
  'billing.term.cap': { en: 'cap', zh: '上限' },
  'billing.term.cap-share': { en: 'cap', zh: '上限比例' },
  'billing.term.claimed-before': { en: 'claimed before', zh: '此前已主张' },
  'billing.term.claimed-before-exact': { en: 'claimed before, exactly', zh: '此前已主张（精确值）' },
  'billing.term.contract-total': { en: 'contract total', zh: '合同总额' },
  'billing.term.credited-tax': { en: 'tax of the line', zh: '本行税额' },
  'billing.term.credited': { en: 'credited', zh: '冲销金额' },
  'billing.term.days': { en: 'days', zh: '天数' },
  'billing.term.days-of-period': { en: 'days of the period', zh: '周期天数' },
  'billing.term.discount': { en: 'discount', zh: '折扣' },
  'billing.term.fee': { en: 'fee', zh: '费用' },
  'billing.term.fee-still-to-bill': { en: 'still to be billed', zh: '尚未出账' },
  'billing.term.late-days': { en: 'late days', zh: '逾期天数' },
  'billing.term.late-fee-exact': { en: 'late fee, exactly', zh: '滞纳金（精确值）' },
  'billing.term.line-gross': { en: 'line', zh: '本行金额' },
  'billing.term.list-rate': { en: 'list rate an hour', zh: '每小时标价' },
  'billing.term.minutes-per-hour': { en: 'minutes an hour', zh: '每小时分钟数' },
  'billing.term.overdue': { en: 'overdue fee', zh: '逾期费用' },
  'billing.term.part-claimed': { en: 'part claimed', zh: '主张比例' },
  'billing.term.penalty-by-client': { en: 'penalty by the client', zh: '客户应付违约金' },
  'billing.term.penalty-by-provider': { en: 'penalty by the provider', zh: '服务商应付违约金' },
  'billing.term.penalty-rate': { en: 'penalty rate', zh: '违约金比例' },
  'billing.term.quantity': { en: 'quantity', zh: '数量' },
  'billing.term.rate-per-day': { en: 'rate a day', zh: '日费率' },
  'billing.term.recorded-minutes': { en: 'recorded minutes', zh: '记录分钟' },
  'billing.term.refund': { en: 'unearned fee returned', zh: '退还的未赚取费用' },
  'billing.term.set-off': { en: 'open bills set off', zh: '抵销的未付账单' },
  'billing.term.step-minutes': { en: 'step', zh: '进位单位' },
  'billing.term.stored-gross': { en: 'amount of the bill', zh: '原账单金额' },
  'billing.term.stored-tax': { en: 'tax of the bill', zh: '原账单税额' },
  'billing.term.tax-rate': { en: 'VAT rate', zh: '增值税税率' },
  'billing.term.unit-agreed': { en: 'agreed unit price', zh: '约定单价' },
  'billing.term.unit-cost': { en: 'purchase cost', zh: '采购成本' },
  'billing.term.unit-quote': { en: 'quoted price', zh: '报价' },
  'billing.term.unpaid': { en: 'unpaid', zh: '未付金额' },
  'billing.term.weight': { en: 'weight', zh: '权重' },
  'billing.term.weights': { en: 'all weights', zh: '权重合计' },
  'financial.term.days-of-term': { en: 'days of the term', zh: '期限天数' },
  'financial.term.days-served': { en: 'days served', zh: '已服务天数' },
  'financial.term.net-fee': { en: 'net fee', zh: '不含税费用' },
} as const satisfies Record<string, { en: string; zh: string }>
export type TermName = keyof typeof termWords
