/** Words of a client's devices. */
const words = {
  title: '设备',
  client: '客户',
  failed: '未能载入设备',
  list: '{{client}} 的设备',
  emptyTitle: '还没有登记设备',
  emptyText: '逐台添加，或导入 CSV 表。',
  filtered: '共 {{count}} 台设备，没有一台符合筛选。',
  retiredToo: '含已停用',
  inService: '在用',
  filter: '只看在用',
  count_other: '在用 {{count}} 台',
  column: {
    id: '编号',
    name: '名称',
    class: '类别',
    site: '地点',
    since: '在用自',
    antivirus: '杀毒',
    backup: '备份',
    status: '状态',
    act: '操作',
  },
  class: { pc: '电脑', server: '服务器', network: '网络设备', printer: '打印机', monitor: '显示器', other: '其他' },
  protection: { yes: '有', no: '没有', unknown: '未知' },
  status: { 'in-service': '在用', retired: '已停用' },
  standby: '备机',
  until: '至 {{date}}',
  add: '添加设备',
  importDo: '导入 CSV',
  exportDo: '导出 CSV',
  retire: '停用',
  return: '恢复使用',
  retireOne: '停用 {{name}}',
  returnOne: '恢复使用 {{name}}',
  serial: '序列号（可不填）',
  from: '在用自',
  missing: '请填写编号、名称和地点',
  added: '已登记 {{name}}',
  on: '自哪天起不再使用',
  onReturn: '自哪天起恢复使用',
  reason: '原因',
  reasons: {
    sold: '已出售',
    scrapped: '已报废',
    lost: '遗失',
    replaced: '已更换',
    'moved-away': '已移走',
    'entered-by-mistake': '误登记',
  },
  retireEffect: '{{name}} 自 {{date}} 起不再计入设备数；记录与账单历史保留。',
  returnEffect: '{{name}} 自 {{date}} 起重新计入设备数。',
  retired: '已停用 {{name}}',
  returned: '已恢复 {{name}}',
  sheet: {
    title: '导入设备',
    file: 'CSV 文件',
    hint: '需要 id 与 class 两列；已有且相同的设备不变。',
    try: '试导入',
    mode: '有错误的行',
    'all-or-nothing': '有错误就都不导入',
    'good-rows': '只导入正确的行',
    missing: '请选择 CSV 文件',
    found: '{{rows}} 行：新登记 {{registered}}，不变 {{unchanged}}，错误 {{errors}}。',
    tried: '尚未登记任何设备。',
    remaining: '还剩 {{count}} 行，请再次导入同一文件。',
    done: '已登记 {{count}} 台设备',
    line: '第 {{line}} 行',
  },
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    assets: typeof words
  }
}
