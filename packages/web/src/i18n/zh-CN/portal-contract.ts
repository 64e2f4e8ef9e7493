/** Words of the client's contract page and of signing. */
const words = {
  title: '合同',
  back: '返回合同',
  version: '{{number}} · 第 {{version}} 版',
  failed: '合同未能载入',
  choose: '合同',
  fact: {
    fee: '服务费',
    term: '合同期',
    payment: '签约后付款',
    days_other: '{{count}} 日内',
    workingDays_other: '{{count}} 个工作日内',
  },
  read: {
    all_other: '已读完 {{count}} 条',
    some: '已读 {{read}}/{{all}} 条',
    minutes_other: '全文约 {{count}} 分钟',
    left_other: '还有 {{count}} 条未读，继续阅读',
    sign: '签署合同',
  },
  sheet: {
    title: '签署合同',
    party: '甲方：{{company}}',
    close: '收起，再看合同',
    name: '姓名',
    role: '职务',
    consent_other: '我已阅读全部 {{sections}} 条，并有权代表{{company}}签署。签署后立即生效，{{count}} 日内须付款 {{fee}}。',
    action: '签署并生效',
    recorded: '将记录姓名、时间、IP 与文件指纹',
    missing: { signature: '请先签名', name: '请填写姓名', title: '请填写职务', consent: '请勾选确认' },
  },
  signed: {
    title: '合同已生效',
    text: '双方已签署 {{number}}，服务自 {{on}}开始。',
    pay: '请在 {{on}}前付款 {{amount}}，账单已开出。',
    preparing: '正在生成双方签名的 PDF…',
    open: '查看合同履行',
  },
  gone: { title: '链接已失效', text: '这份合同已被收回或不存在。如需签署，请联系您的服务商。' },
  preparing: { title: '正在准备合同文件', text: '完成后会自动打开，通常只需几秒。' },
  waiting: { title: '等待对方先签署', text: '合同文本已定稿，服务商签署后您即可签署。' },
  changed: { title: '合同在您打开后有改动', text: '改动的条款：{{clauses}}。请读完改动再签署。' },
  invite: { title: '合同 {{number}} 等待您签署', action: '阅读并签署' },
  none: { title: '还没有合同', text: '服务商发来合同后，您可以在这里阅读和签署。' },
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    'portal-contract': typeof words
  }
}
