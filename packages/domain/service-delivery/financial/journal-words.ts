/** What each entry of the journal records. */
export const journalWords = {
  'journal.issue': { en: 'Bill issued', zh: '账单开出' },
  'journal.payment.bank': { en: 'Bank transfer', zh: '银行转账' },
  'journal.payment.stripe': { en: 'Paid on the hosted page', zh: '在线支付' },
  'journal.payment.note': { en: 'Bill of exchange received', zh: '收到票据' },
  'journal.payment.cash': { en: 'Cash', zh: '现金' },
  'journal.cleared.stripe': { en: 'Paid out by Stripe', zh: 'Stripe 结算到账' },
  'journal.cleared.note': { en: 'Bill of exchange matured', zh: '票据到期兑付' },
  'journal.note-bounced': { en: 'Bill of exchange bounced', zh: '票据拒付' },
  'journal.recognition': { en: 'Revenue recognised', zh: '确认收入' },
  'journal.write-off': { en: 'Remainder written off', zh: '核减尾差' },
  'journal.credit-note': { en: 'Credit note for the unearned fee', zh: '未赚取费用冲销单' },
  'journal.credit': { en: 'Credit note', zh: '冲销单' },
  'journal.repayment': { en: 'Overpayment returned', zh: '退还多付款' },
  'journal.penalty.client': { en: 'Penalty owed by the client', zh: '客户应付违约金' },
  'journal.penalty.provider': { en: 'Penalty owed by the provider', zh: '服务商应付违约金' },
  'journal.set-off': { en: 'Open bill set off', zh: '未付账单抵销' },
  'journal.refund': { en: 'Settlement paid to the client', zh: '向客户支付结算款' },
  'journal.settlement-received': { en: 'Settlement paid by the client', zh: '客户支付结算款' },
  'journal.opening': { en: 'Opening balance', zh: '期初余额' },
} as const satisfies Record<string, { en: string; zh: string }>
export type JournalMemo = keyof typeof journalWords
