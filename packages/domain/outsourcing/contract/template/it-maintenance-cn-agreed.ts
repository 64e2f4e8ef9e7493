import type { ClauseTemplate } from './template.ts'

/** Clause 7 of `it-maintenance-cn`: typed optional terms, each printed only where agreed; texts of its own follow as 7(1) …. */
export const agreedTerms: readonly ClauseTemplate[] = [
  { no: '7', title: { zh: '其他约定', en: 'Other agreed terms' }, wordings: [], acts: false, kind: 'head' },
  {
    no: '7(a)',
    title: { zh: '恢复时限', en: 'Restore targets' },
    optional: 'restore',
    wordings: [
      {
        text: {
          zh: '乙方应自接到请求之日起，在 {restoreMinutes} 个工作分钟内恢复服务{severeRestore}。',
          en: 'Party B restores the service within {restoreMinutes} working minutes of the request{severeRestore}.',
        },
      },
    ],
    acts: true,
    kind: 'clock',
  },
  {
    no: '7(b)',
    title: { zh: '下班时仍未到场的严重故障', en: 'Severe faults at closing time' },
    optional: 'severeAtClosing',
    wordings: [
      {
        text: {
          zh: '工作时间内请求的严重故障，至当日下班时乙方仍未到达现场的，自下班时起同时适用第 3(7) 条的时限，以先届满者为准。',
          en: 'Where a severe fault was requested within working time and nobody is on site at closing time, the limit of clause 3(7) applies as well from closing time on; the earlier limit counts.',
        },
      },
    ],
    acts: true,
    kind: 'clock',
  },
  {
    no: '7(c)',
    title: { zh: '合同外费用的付款', en: 'Payment of extras' },
    optional: 'extras',
    wordings: [
      {
        text: {
          zh: '配件及合同外服务的费用按月结算，甲方应自账单开具之日起{extrasDays}内付清。{extrasDueRule}{extrasLateFee}',
          en: 'Parts and services outside the contract are billed after each month; Party A pays within {extrasDays} after the bill is issued. {extrasDueRule}{extrasLateFee}',
        },
      },
    ],
    acts: true,
    kind: 'payment',
  },
  {
    no: '7(d)',
    title: { zh: '合同外服务的价格', en: 'Price of work outside the contract' },
    optional: 'outOfScope',
    wordings: [
      {
        text: {
          zh: '合同外服务的标准价为每小时{listRate}，优惠 {outOfScopeDiscount}，即每小时{netRate}，含税；按每次上门的现场时间计，不足 {roundUpMinutes} 分钟的按 {roundUpMinutes} 分钟计，不收取路途费用。',
          en: 'Work outside the contract is charged at the list rate of {listRate} an hour less {outOfScopeDiscount}, that is {netRate} an hour, tax included, for the time on site, rounded up to {roundUpMinutes} minutes once a visit; travel is not charged.',
        },
      },
    ],
    acts: true,
    kind: 'price',
  },
  {
    no: '7(e)',
    title: { zh: '付款抵充顺序', en: 'Order of settlement' },
    optional: 'allocationOrder',
    wordings: [
      {
        text: {
          zh: '甲方的付款清偿其所指明的账单，{allocationOrder}。',
          en: 'A payment settles the bill that it names, {allocationOrder}.',
        },
      },
    ],
    acts: true,
    kind: 'payment',
  },
  {
    no: '7(f)',
    title: { zh: '终止后的退费', en: 'Refund when ended' },
    wordings: [
      {
        when: 'refundByDay',
        text: {
          zh: '合同提前终止的，已付而尚未履行的服务费按日折算退还：合同总价乘以已服务天数除以合同期天数为已履行部分，其余退还。',
          en: 'If the contract ends early, the prepaid fee that is not yet earned is returned by the day: the contract total times the days served divided by the days of the term is earned, the rest is returned.',
        },
      },
      {
        text: {
          zh: '合同提前终止的，已付服务费不予退还。',
          en: 'If the contract ends early, the fee paid is not returned.',
        },
      },
    ],
    acts: true,
    kind: 'settlement',
  },
  {
    no: '7(g)',
    title: { zh: '罚金上限', en: 'Cap on the late fee' },
    optional: 'lateFeeCap',
    wordings: [
      {
        text: {
          zh: '第 1(4) 条的罚金累计不超过逾期服务费的 {lateFeeCap}。',
          en: 'The late fee of clause 1(4) does not exceed {lateFeeCap} of the overdue fee in total.',
        },
      },
    ],
    acts: true,
    kind: 'right',
  },
  {
    no: '7(h)',
    title: { zh: '首次答复时限', en: 'First response' },
    optional: 'response',
    wordings: [
      {
        text: {
          zh: '乙方应在接到请求后 {responseMinutes} 个工作分钟内由工作人员首次答复，系统自动回执不视为答复。',
          en: 'A person of Party B answers within {responseMinutes} working minutes of the request; an automatic receipt is no answer.',
        },
      },
    ],
    acts: true,
    kind: 'clock',
  },
  {
    no: '7(i)',
    title: { zh: '计时暂停', en: 'Pauses' },
    optional: 'pauses',
    wordings: [
      {
        text: {
          zh: '{pausedClocks}在下列等待期间暂停计时：{pauseReasons}；到场时限不暂停。',
          en: '{pausedClocks} pauses while waiting for {pauseReasons}; arrival times do not pause.',
        },
      },
    ],
    acts: true,
    kind: 'clock',
  },
]
