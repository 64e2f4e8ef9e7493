import type { Bilingual } from '../service.ts'
import type { PaymentMethod } from './api.ts'

/** What the hosted payment page says. */
export const words = {
  pay: { zh: '支付', en: 'Pay' },
  payTo: { zh: '付款给', en: 'Pay' },
  test: { zh: '测试页面：不会产生真实扣款。', en: 'Test page: no money moves.' },
  item: { zh: '项目', en: 'Item' },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单价', en: 'Unit price' },
  amount: { zh: '金额', en: 'Amount' },
  total: { zh: '合计', en: 'Total' },
  how: { zh: '选择支付方式', en: 'Choose how to pay' },
  later: { zh: '测试延迟到账', en: 'Test a delayed payment' },
  cancel: { zh: '取消并返回', en: 'Cancel and go back' },
  done: { zh: '已付款', en: 'Paid' },
  waiting: { zh: '付款处理中，到账后会通知商家。', en: 'The payment is being confirmed; the merchant will be told.' },
  thanks: { zh: '付款已完成。', en: 'The payment is complete.' },
  expired: { zh: '此支付页面已过期，请从账单重新打开。', en: 'This page has expired. Open it again from the bill.' },
  missing: { zh: '没有这个支付页面。', en: 'There is no such payment page.' },
  back: { zh: '返回商家', en: 'Back to the merchant' },
} satisfies Record<string, Bilingual>

/** Buttons by method. */
export const methodWords: Record<PaymentMethod, Bilingual> = {
  card: { zh: '银行卡支付', en: 'Pay by card' },
  alipay: { zh: '支付宝支付', en: 'Pay with Alipay' },
  wechat_pay: { zh: '微信支付', en: 'Pay with WeChat Pay' },
}
