/** Words of the portal's bills. */
const words = {
  title: '账单',
  back: '全部账单',
  owed: '待付金额',
  nothingOwed: '没有待付账单',
  nothingOwedText: '新账单会显示在这里，并通过邮件通知您。',
  none: '还没有账单',
  noneText: '合同生效后，第一张账单会显示在这里。',
  failed: '未能读取账单',
  overdueCalm: '有 {{amount}} 已过到期日。如已付款，请忽略；到账后自动更新。',
  pay: '去付款',
  payHint: '将打开 {{amount}} 的在线付款页面',
  payFailed: '未能打开付款页面',
  payConfirming: '付款已提交，正在等待支付平台确认，通常几秒内完成；此页会自动更新。',
  payReceived: '已收到您的付款，谢谢。',
  transfer: '银行转账',
  transferText: '请在附言中写明账单号 {{number}}，到账后自动核销。',
  accountName: '户名',
  bank: '开户行',
  accountNumber: '账号',
  amount: '金额',
  reference: '附言',
  copy: '复制',
  copied: '已复制',
  noBank: '服务商尚未登记收款账户，请联系服务商。',
  pdf: '下载 PDF',
  pdfPending: 'PDF 正在生成',
  lateFee: '按合同 1(4)，截至 {{date}} 的滞纳金为 {{amount}}，服务商尚未决定是否收取。',
  contest: {
    title: '有异议？',
    button: '对一行提出异议',
    which: '哪一行',
    text: '如有一行与您的了解不符，请在这里说明；服务商的财务会答复，需要时开具冲销单。',
  },
  credited: '已冲销',
  creditNote: '本冲销单冲减的金额',
  overpaid: '多付金额，服务商将退还',
  annex: '合同已含的服务',
  annexText: '{{month}}合同费用已包含以下工作，不另收费。',
  annexEmpty: '本月没有其他记录。',
  annexFailed: '未能读取已含服务',
  annexOf: '服务月份',
  when: '日期',
  what: '内容',
  who: '人员',
  quantity: '数量',
  clause: '条款',
  devices_other: '{{devices}} 台设备，{{count}} 天',
  more: '显示更多',
  ticket: '请求 {{ticket}}',
  kind: {
    travel: '路途',
    onsite: '上门处理',
    remote: '远程处理',
    'maintenance-onsite': '上门维护',
    'maintenance-remote': '远程维护',
    part: '配件',
    visit: '上门服务',
    'device-day': '设备维护',
  },
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    'portal-bills': typeof words
  }
}
