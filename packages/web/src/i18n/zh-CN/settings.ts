/** Words of the settings: provider and staff. */
const words = {
  title: '设置',
  tab: { provider: '本公司', staff: '员工' },
  provider: {
    title: '本公司',
    failed: '设置未能载入',
    nameZh: '中文名称',
    nameEn: '英文名称',
    phone: '紧急电话',
    phoneHint: '昼夜直接显示给每个客户',
    taxNumber: '税号',
    zone: '时区',
    currency: '币种',
    account: '收款账户',
    accountHint: '印在合同第 1(3) 条和账单上。',
    accountName: '户名',
    bank: '开户银行',
    accountNumber: '账号',
    stripe: '客户可在线支付（Stripe）',
    series: '账单编号',
    seriesHint: '下一张账单：{{example}}。前缀中可用 {yyyy} 或 {yyyymm}。',
    prefix: '前缀',
    width: '位数',
    next: '新编号从',
    fapiao: '发票默认值',
    fapiaoKind: '发票种类',
    fapiaoContent: '发票内容',
    effect: '已签合同和已开账单不受影响。',
    save: '保存',
    saved: '设置已保存',
    reload: '载入最新内容',
  },
  fapiao: { 'vat-general': '增值税普通发票', 'vat-special': '增值税专用发票', content: '信息技术服务' },
  staff: {
    title: '员工',
    failed: '员工列表未能载入',
    name: '姓名',
    email: '邮箱',
    roles: '角色',
    clients: '服务的客户',
    all: '全部',
    allClients: '服务全部客户',
    new: '添加员工',
    change: '修改资料',
    access: '修改权限',
    revoke: '收回权限',
    revoked: '已收回权限',
    revokeEffect: '{{name}}的全部权限将在一分钟内失效，其历史记录保留。',
    actions: '{{name}}的操作',
    save: '保存',
    missingName: '请填写姓名',
    missingAccess: '请选择角色；若填写账号，两项都要填',
    invited: '已邀请',
    invitation: '邀请链接',
  },
  token: {
    tag: 'API 令牌',
    new: '新建 API 令牌',
    text: '供监控、脚本等程序调用接口。令牌在此浏览器中生成，只显示一次，服务器只保存其哈希值。',
    name: '用途',
    make: '生成',
    missing: '请填写用途并选择角色',
    made: '{{name}}的令牌',
    once: '请立即复制并妥善保存：关闭后无法再次查看。',
    copy: '复制',
    copied: '已复制',
    use: '调用接口时放在 Authorization: Bearer 之后；收回权限即失效。',
    close: '关闭',
  },
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    settings: typeof words
  }
}
