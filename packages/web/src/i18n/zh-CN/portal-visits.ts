/** Visits as the client reads them: who comes when, what was done, the signed report. */
const words = {
  title: '上门',
  back: '全部上门',
  coming: '即将上门',
  past: '以往上门',
  earlier: '显示更早的',
  failed: '未能载入上门',
  oneFailed: '未能载入这次上门',
  none: '近期没有安排上门',
  noneText: '每月维护按合同自动排期；需要工程师上门，请提交请求。',
  nonePast: '{{from}} 至 {{to}} 没有上门。',
  column: { when: '时间', what: '内容', who: '工程师', site: '地点', status: '状态' },
  nobody: '人员待安排',
  window: '约定 {{window}}',
  allDay: '时段待定',
  provisional: '日期暂定：该年节假日尚未公布',
  moved: '由{{who}}要求，从 {{from}} 改到 {{to}}',
  cancelled: '{{who}}取消',
  otherDay: { ask: '申请改期', about: '希望改期：{{what}}，原定 {{date}}' },
  asked: { client: '贵方', provider: '我方' },
  serves: '处理的请求',
  done: {
    title: '工作内容',
    none: '这次上门没有检查清单。',
    before: '到场后将逐项完成，结果在此显示。',
    devices: '{{done}} / {{all}} 台',
    whole: '整体',
    left: '以下设备未完成，将在当月补做：',
    exceptions: '例外',
    result: { done: '已做', 'not-done': '未做', refused: '贵方拒绝' },
  },
  parts: { title: '所用配件', quantity: '{{name}} × {{count}}', atCost: '按成本', later: '价格待补' },
  time: { title: '到场与离场', worked: '现场 {{time}}' },
  report: {
    title: '服务单',
    signed: '{{name}} 已于 {{at}} 签字',
    unsigned: '现场无人签字：{{note}}',
    accepted: '{{by}} 已代为确认',
    open: '打开服务单（PDF）',
    making: '服务单正在生成，请稍候。',
    later: '上门结束并签字后，服务单在此。',
    noAccess: '工程师未能进入：{{note}}',
    remote: '远程完成，无需签字。',
  },
  sign: {
    title: '确认这次上门',
    name: '签字人姓名',
    effect: '签字即确认以上工作与时间，不可撤回。记录：姓名、时间、账号。',
    submit: '签字确认',
    missing: '请填签字人姓名',
    done: '已签字，谢谢',
  },
  ofRequest: '谁来、何时来',
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    'portal-visits': typeof words
  }
}
