/**
 * Kinds of work a request can be for, chosen by a person. `scope: 'in'` is work under clause 2; `out` needs a quote first, under
 * the clause that says so. `words` only suggest a kind, in both languages; they decide nothing.
 */
export const workTypes = [
  { type: 'fault', scope: 'in', clause: '2', zh: '故障排除', en: 'Fault', words: [] },
  {
    type: 'hardware-repair',
    scope: 'in',
    clause: '2(1)(4)',
    zh: '硬件维修',
    en: 'Hardware repair',
    words: ['硬盘', '内存', '开不了机', 'disk', 'memory', 'will not boot'],
  },
  {
    type: 'software-fault',
    scope: 'in',
    clause: '2(2)',
    zh: '软件故障',
    en: 'Software fault',
    words: ['病毒', '木马', '系统慢', 'virus', 'malware', 'trojan'],
  },
  {
    type: 'network-fault',
    scope: 'in',
    clause: '2(3)(1)',
    zh: '网络故障',
    en: 'Network fault',
    words: ['断网', '上不了网', '网络慢', 'network down', 'no internet', 'offline'],
  },
  {
    type: 'advice',
    scope: 'in',
    clause: '2(1)(3)',
    zh: '使用与选购咨询',
    en: 'Advice',
    words: ['咨询', '建议', 'advice', 'recommend'],
  },
  {
    type: 'network-addition',
    scope: 'out',
    clause: '2(3)(2)',
    zh: '增加网络点或设备',
    en: 'Add network points or devices',
    words: [
      '网络点',
      '信息点',
      '加网线',
      '布线',
      '新增网口',
      '增加网口',
      'network point',
      'network points',
      'new cabling',
      'data point',
      'data points',
    ],
  },
  {
    type: 'network-move',
    scope: 'out',
    clause: '2(3)(2)',
    zh: '移动网络点或设备',
    en: 'Move network points or devices',
    words: ['移机', '移动网线', '搬迁', '搬家', '搬办公室', 'office move', 'relocate', 'relocation', 'move desks'],
  },
  {
    type: 'network-removal',
    scope: 'out',
    clause: '2(3)(2)',
    zh: '拆除网络点或设备',
    en: 'Remove network points or devices',
    words: ['拆除', '拆网线', '拆机', 'dismantle', 'remove cabling'],
  },
  {
    type: 'monitor-repair',
    scope: 'out',
    clause: '2(1)(4)',
    zh: '显示器维修',
    en: 'Monitor repair',
    words: ['显示器', '显示屏', '屏幕坏', 'monitor', 'broken screen', 'display panel'],
  },
  {
    type: 'web',
    scope: 'out',
    clause: '2(5)',
    zh: '网页制作',
    en: 'Web pages',
    words: ['网页', '网站', '建站', 'website', 'web page'],
  },
  { type: 'scanning', scope: 'out', clause: '2(5)', zh: '扫描', en: 'Scanning', words: ['扫描', 'scan documents', 'scanning'] },
  {
    type: 'discs',
    scope: 'out',
    clause: '2(5)',
    zh: '光盘刻录',
    en: 'Disc burning',
    words: ['刻录', '光盘', 'burn disc', 'dvd'],
  },
  {
    type: 'hardware-assessment',
    scope: 'out',
    clause: '2(5)',
    zh: '硬件评估',
    en: 'Hardware assessment',
    words: ['硬件评估', '旧机评估', 'hardware assessment', 'appraisal'],
  },
  { type: 'other-outside', scope: 'out', clause: '2(5)', zh: '其他合同外服务', en: 'Other work outside the contract', words: [] },
] as const satisfies readonly {
  type: string
  scope: 'in' | 'out'
  clause: string
  zh: string
  en: string
  words: readonly string[]
}[]
export type WorkType = (typeof workTypes)[number]['type']
export type WorkTypeRow = (typeof workTypes)[number]
