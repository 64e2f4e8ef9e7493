/** Why an item is in its state, in both languages; `{name}` is filled from the reason's params. */
export const meteringReasons = {
  'no-contract': { en: 'No contract was found for this work', zh: '未找到适用的合同' },
  'contract-ambiguous': { en: 'More than one contract fits: choose one', zh: '有多份合同适用，请选择' },
  'outside-term': { en: '{date} lies outside the contract term', zh: '{date} 不在合同期限内' },
  'visit-unsigned': { en: 'The visit is not signed yet', zh: '上门服务单尚未签字' },
  'visit-not-charged': { en: 'The contract names no charge for a visit', zh: '合同未约定上门费' },
  'fee-pays-device': { en: 'Paid for by the contract fee', zh: '已含在合同费用内' },
  'travel-not-charged': { en: 'The contract has no travel charge', zh: '合同未约定交通费' },
  'monthly-maintenance': { en: 'Monthly maintenance', zh: '每月例行维护' },
  'contract-work': { en: 'Work under clause 2', zh: '合同第 2 条约定的工作' },
  'duty-breach-not-charged': {
    en: 'Work under clause 2; the breach of duty {duty} is recorded, the contract names no charge for it',
    zh: '合同第 2 条约定的工作；已记录违反第 {duty} 项义务，合同未约定收费',
  },
  'quote-first': { en: '{clause}: quote first', zh: '{clause}：先报价' },
  'work-before-quote': { en: 'The work began before its quote was accepted', zh: '报价单接受之前已开工' },
  'no-rate-agreed': { en: 'The contract names no rate for work outside it', zh: '合同未约定合同外服务单价' },
  'quote-accepted': { en: 'Outside the contract, its quote accepted', zh: '合同外服务，报价单已接受' },
  'part-without-cost': { en: 'The purchase cost of {part} is missing', zh: '缺少 {part} 的采购成本' },
  'part-without-receipt': { en: "The supplier's receipt of {part} is missing", zh: '缺少 {part} 的供应商凭证' },
  'part-in-other-currency': {
    en: 'The cost of {part} is not in the currency of the contract',
    zh: '{part} 的成本币种与合同不同',
  },
  'monitor-needs-quoted-price': {
    en: 'Monitors are repaired by quote only: the price is missing',
    zh: '显示器须按报价维修：缺少报价',
  },
  'part-at-cost': { en: 'Part at purchase cost', zh: '配件按工本费' },
  'part-by-quote': { en: 'Part at the quoted price', zh: '配件按报价' },
} as const satisfies Record<string, { en: string; zh: string }>
export type MeteringReasonKey = keyof typeof meteringReasons
