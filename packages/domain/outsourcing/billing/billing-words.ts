/** What a bank line is, and why. */
export const bankWords = {
  'bank.paid-in-full': { en: 'Pays the bill in full', zh: '足额付清' },
  'bank.part-payment': { en: 'Part payment', zh: '部分付款' },
  'bank.overpaid': { en: 'More than is open', zh: '超额付款' },
  'bank.several-numbers': { en: 'Names several bills', zh: '附言含多个账单号' },
  'bank.number-of-several-clients': { en: 'Several clients have a bill of this number', zh: '多个客户有此账单号' },
  'bank.only-amount-fits': { en: 'Only the amount fits', zh: '仅金额相符' },
  'bank.only-payer-fits': { en: 'Only the payer fits', zh: '仅付款人相符' },
  'bank.nothing-open': { en: 'Nothing is open on this bill', zh: '该账单已无未付金额' },
  'bank.other-currency': { en: 'In another currency than the bill', zh: '币种与账单不同' },
  'bank.not-incoming': { en: 'Money that went out', zh: '支出款项' },
  'bank.by-hand': { en: 'Settled by a person', zh: '人工认领' },
  'bank.no-match': { en: 'Fits no bill', zh: '无匹配账单' },
} as const satisfies Record<string, { en: string; zh: string }>

/** Blocks of a close that no source item gives its reason to; the others are in metering. */
export const closeWords = {
  'late-fee-undecided': { en: 'Late fee of {number} is not decided', zh: '{number} 的滞纳金尚未决定' },
} as const satisfies Record<string, { en: string; zh: string }>

/** What a bill is for. */
export const billKinds = {
  fee: { en: 'Contract fee', zh: '合同费用' },
  extras: { en: 'Outside the contract', zh: '合同外费用' },
  'credit-note': { en: 'Credit note', zh: '冲销单' },
} as const satisfies Record<string, { en: string; zh: string }>

/** Grounds of clause 4. */
export const groundWords = {
  client: { en: 'Client, no exempt ground', zh: '客户提出，无免责情形' },
  'client-4(1)': { en: 'Client transfers or sells its computers, 4(1)', zh: '客户转让或出售计算机，4(1)' },
  provider: { en: 'Provider, no exempt ground', zh: '服务商提出，无免责情形' },
  'provider-4(2)': { en: 'Provider, special reason, 4(2)', zh: '服务商特殊原因，4(2)' },
  'force-majeure-4(3)': { en: 'Force majeure, 4(3)', zh: '不可抗力，4(3)' },
  'agreed-4(4)': { en: 'Other agreed ground, 4(4)', zh: '其他约定情形，4(4)' },
} as const satisfies Record<string, { en: string; zh: string }>
