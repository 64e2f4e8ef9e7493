/** Words of a ticket that desk and portal share: states, events of its story, kinds of work. */
const words = {
  status: { new: '新', 'in-progress': '处理中', waiting: '等待', resolved: '已解决', closed: '已关闭' },
  kind: { incident: '事件', request: '请求' },
  portalKind: { incident: '故障', request: '请求' },
  channel: { portal: '门户', phone: '电话', visit: '现场', import: '导入' },
  level: { high: '高', medium: '中', low: '低' },
  severity: { severe: '严重（全网无法工作）', ordinary: '一般' },
  severityShort: { severe: '严重', ordinary: '一般' },
  work: {
    remote: '远程',
    onsite: '现场',
    travel: '路程',
    'maintenance-onsite': '例行维护（现场）',
    'maintenance-remote': '例行维护（远程）',
    part: '配件',
    visit: '上门',
    'device-day': '设备天',
  },
  device: {
    pc: '电脑',
    server: '服务器',
    network: '网络设备',
    monitor: '显示器',
    printer: '打印机',
    other: '其他设备',
  },
  severityDialog: {
    title: '严重程度',
    submit: '提交认定',
    severity: '认定',
    down: '全网无法工作',
    note: '说明（可不填）',
    missing: '严重故障是指全网无法工作',
    effect: '双方认定都保留；不同时两种时钟同时计，直到一方让步。',
    yields: '与对方一致：争议结束，只留一种时钟。',
  },
  said: {
    opened: '经{{channel}}提出',
    solution: '解决办法',
    duty: '违反义务的证据',
    note: '内部备注',
    worked: '工时 {{time}}',
    erased: '内容已清除。',
  },
  story: {
    label: '往来与事件',
    failed: '未能载入往来记录',
    none: '还没有往来记录。',
    older: '显示更早的记录',
    folded_other: '展开中间的 {{count}} 条事件',
  },
  clockDid: {
    start: '时钟开始',
    pause: '时钟暂停',
    resume: '时钟继续',
    stop: '时钟停止',
    cancel: '时钟取消',
    strike: '暂停照计',
  },
  contest: { pause: '{{when}} 起等{{whom}}的暂停', open: '待决定', upheld: '维持', struck: '已撤销' },
  event: {
    because: '：{{reason}}',
    opened: '{{who}} 提出 · {{channel}}',
    started: '{{who}} 开始处理',
    waiting: '等{{whom}}，暂停计时：{{reason}}',
    waitingRuns: '等{{whom}}，时钟照计：{{reason}}',
    contested: '{{who}} 对暂停有异议：{{text}}',
    pause: { upheld: '{{who}} 维持暂停：{{reason}}', struck: '{{who}} 撤销暂停，这段时间照常计时：{{reason}}' },
    resumed: '{{who}} 结束等待',
    resolved: '{{who}} 已解决，恢复于 {{when}}',
    closed: {
      confirmed: '{{who}} 确认，已关闭',
      automatic: '到期未回复，自动关闭',
      'by-desk': '{{who}} 关闭',
      withdrawn: '{{who}} 撤回',
    },
    reopened: '{{who}} 重新打开，第 {{cycle}} 轮',
    assigned: '{{who}} 分派给 {{name}}',
    unassigned: '{{who}} 取消分派',
    priority: '{{who}} 将优先级定为 {{priority}}',
    labels: '{{who}} 更改了标签',
    severityClient: '客户认定：{{severity}}',
    severityProvider: '服务商认定：{{severity}}',
    onSite: '{{who}} 要求上门',
    arrived: '{{who}} 到场并开始',
    duty: '{{who}} 记录违反 {{clause}} 义务',
    scope: {
      covered: '范围：合同已含。{{reason}}',
      'out-of-scope': '范围：合同外。{{reason}}',
      undecided: '范围：待定。{{reason}}',
    },
    contract: '{{who}} 选定合同 {{number}}',
    quoteAsked: '{{who}} 发出报价单：{{price}}',
    price: { 'time-and-material': '按实际工时', cap: '按实际工时，至多 {{amount}}', fixed: '固定价 {{amount}}' },
    quote: {
      asked: '{{who}} 发出报价单',
      accepted: '{{who}} 接受报价单',
      declined: '{{who}} 拒绝报价单',
      expired: '报价单已过期',
    },
    part: '{{who}} 添加配件',
    work: '{{who}} 记录{{kind}}工时 {{time}}',
    clock: { join: '下班时仍未到场，严重故障时钟加入', 'at-risk': '承诺临近到期', due: '承诺已到期' },
    elsewhere: '其他系统中的更改：{{fields}}',
  },
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    ticket: typeof words
  }
}
