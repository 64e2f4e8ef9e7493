import { type Money, majorText } from '@pactdesk/domain/kernel/money'

/** `36,000.00`, with a true minus; the currency stands in the table's head or foot. */
export function amountText(amount: Money): string {
  const [whole = '', fraction] = majorText(amount).replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount.minor < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}
