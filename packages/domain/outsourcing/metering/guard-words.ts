/** Sentences of the out-of-scope guard in both languages. */
export const guardWords = {
  'guard.covered': { en: 'Covered by clause {clause}', zh: '合同第 {clause} 条已含' },
  'guard.quote-first': {
    en: '{clause}: quote first, then the client approves, then work',
    zh: '{clause}：先报价，客户同意后再开工',
  },
  'guard.no-contract': { en: 'No contract was found: the account manager decides', zh: '未找到适用的合同：由客户经理决定' },
  'guard.contract-ambiguous': {
    en: 'More than one contract fits: the account manager chooses',
    zh: '有多份合同适用：由客户经理选择',
  },
} as const satisfies Record<string, { en: string; zh: string }>
