/** Why a clock says what it says: `sentence.<state>` and `reason.<reason>` of the domain's explanation. */
const words = {
  title: {
    loading: '时钟说明',
    left: '{{promise}}为什么还剩 {{time}}',
    late: '{{promise}}为什么超时 {{time}}',
    met: '{{promise}}为什么用时 {{time}}',
    excluded: '{{promise}}为什么不计入',
  },
  failed: '未能载入时钟说明',
  inZone: '{{zone}} {{time}}',
  inOwn: '（{{zone}} {{time}}）',
  basis: { working: '工作时间', elapsed: '连续时间，节假日与夜间照算' },
  sentence: {
    running: '<clause/> 承诺{{promise}}：{{target}}{{basis}}。已计 {{used}}，如不暂停，<b>{{due}}</b> 到期。',
    'at-risk': '<clause/> 承诺{{promise}}：{{target}}{{basis}}。已计 {{used}}，只剩 {{left}}，如不暂停，<b>{{due}}</b> 到期。',
    over: '<clause/> 承诺{{promise}}：{{target}}{{basis}}。应在 <b>{{due}}</b> 前完成，已超 {{late}}，即计为未达成。',
    paused: '<clause/> 承诺{{promise}}：{{target}}{{basis}}。已计 {{used}}，正在等{{whom}}，此间不计时；恢复后还剩 {{left}}。',
    outside:
      '<clause/> 承诺{{promise}}：{{target}}{{basis}}。已计 {{used}}；现为非服务时间，<b>{{resumes}}</b> 继续，{{due}} 到期。',
    met: '<clause/> 承诺{{promise}}：{{target}}{{basis}}。<b>{{stopped}}</b> 完成，计 {{used}}，达成。',
    missed:
      '<clause/> 承诺{{promise}}：{{target}}{{basis}}。应在 {{due}} 前完成，<b>{{stopped}}</b> 才完成，超时 {{late}}，未达成。',
    excluded: '<clause/> 承诺{{promise}}：{{target}}{{basis}}。此时钟不计入达成率：{{why}}。',
  },
  excluded: {
    cancel: '已取消',
    exclude: '已排除',
    'out-of-scope': '属合同外服务',
    withdrawn: '客户已撤回',
    merged: '已并入其他工单',
  },
  provisional: '该年节假日尚未公布，暂按周一至周五计算。',
  reason: {
    requested: '客户提出，时钟开始',
    reopened: '重新打开，新一轮开始',
    'joined-at-closing': '下班时仍未到场，严重故障时钟加入',
    resumed: '{{by}}回复后继续',
    'working-time': '工作时间',
    'elapsed-time': '连续计时',
    waiting: '等{{whom}}',
    'pause-struck': '等{{whom}}的暂停已撤销，照常计时（{{struckBy}}：{{struckFor}}）',
    holiday: '{{name}}',
    'rest-day': '休息日',
    'before-opening': '上班前',
    'between-windows': '午休',
    'after-closing': '下班后',
    night: '夜间',
  },
  joint: '；',
  makeUpFor: '{{name}}调休上班日',
  provisionalDay: '日历暂定',
  sinceOpened: '自开始以来',
  intervals: '逐段说明',
  column: { from: '开始（{{zone}}）', length: '时长', state: '状态', reason: '原因', counted: '累计' },
  folded_other: '{{count}} 段非服务时间，共 {{time}}',
  dueUnlessPaused: '此前如无暂停',
  log_other: '日志只增不改。暂停须有合同允许的原因；本说明由 {{count}} 条记录重新算出。',
  calendar: '日历：{{zone}}。',
  calendarHolidays: '日历：{{zone}}，公众假期 {{holidays}}。',
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    clock: typeof words
  }
}
