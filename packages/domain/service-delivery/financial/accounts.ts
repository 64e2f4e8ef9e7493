/** The chart of accounts. `nature` says on which side an account normally stands: assets and expenses in debit. */
export const accounts = {
  bank: { nature: 'asset', en: 'Bank', zh: '银行存款' },
  cash: { nature: 'asset', en: 'Cash', zh: '库存现金' },
  'stripe-clearing': { nature: 'asset', en: 'Stripe clearing', zh: 'Stripe 待清算' },
  'notes-receivable': { nature: 'asset', en: 'Bills of exchange receivable', zh: '应收票据' },
  receivable: { nature: 'asset', en: 'Receivable', zh: '应收账款' },
  'client-advances': { nature: 'liability', en: "Clients' unapplied payments", zh: '预收账款' },
  'contract-liability': { nature: 'liability', en: 'Contract liability', zh: '合同负债' },
  'vat-output': { nature: 'liability', en: 'Output VAT', zh: '应交增值税（销项税额）' },
  'settlement-with-client': { nature: 'liability', en: 'Settlement with client', zh: '与客户结算' },
  'revenue-service': { nature: 'income', en: 'Revenue, service', zh: '服务收入' },
  'revenue-parts': { nature: 'income', en: 'Revenue, parts', zh: '配件收入' },
  'revenue-late-fee': { nature: 'income', en: 'Revenue, late fees', zh: '滞纳金收入' },
  'other-income-penalty': { nature: 'income', en: 'Penalties received', zh: '违约金收入' },
  'other-expense-penalty': { nature: 'expense', en: 'Penalties paid', zh: '违约金支出' },
  'bank-charges': { nature: 'expense', en: 'Bank charges', zh: '银行手续费' },
  'opening-balance': { nature: 'equity', en: 'Opening balance', zh: '期初余额' },
} as const satisfies Record<string, { nature: 'asset' | 'liability' | 'income' | 'expense' | 'equity'; en: string; zh: string }>
export type Account = keyof typeof accounts

export const accountNames = Object.keys(accounts) as Account[]
