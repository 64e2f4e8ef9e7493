/** Words of the two shells: navigation, top bar, sign-in, session, connection. */
const words = {
  product: 'Pactdesk',
  skip: '跳到内容',
  nav: {
    label: '主导航',
    home: '概览',
    desk: '服务台',
    contracts: '合同',
    visits: '上门',
    assets: '设备',
    finance: '财务',
    clients: '客户',
    settings: '设置',
    more: '更多',
  },
  portal: {
    subtitle: '客户服务门户',
    home: '首页',
    requests: '我的请求',
    visits: '上门',
    contract: '合同',
    bills: '账单',
    reports: '服务报告',
  },
  clock: {
    label: '工作时钟',
    makeUp: '今日调休上班，时钟运行',
    holiday: '今日{{name}}，时钟停止',
    dayOff: '今日休息，时钟停止',
    provisional: '日历尚未公布，暂按周一至周五',
  },
  connection: {
    lost: '连接中断，显示截至 {{time}} 的内容，正在重连…',
    asOf: '截至 {{time}}',
  },
  session: {
    signIn: '登录',
    signInTitle: '登录 Pactdesk',
    signInText: '使用您单位的账号登录。',
    signingIn: '正在登录…',
    failed: '登录未完成：{{reason}}',
    again: '重新登录',
    ended: '登录已过期',
    endedText: '您输入的内容仍在此页。请在新窗口重新登录，然后继续。',
    blocked: '浏览器拦截了登录窗口。请允许弹出窗口后重试。',
    otherPerson: '登录的是另一位用户，请用 {{name}} 登录。',
    signOut: '退出',
    account: '我的账号',
    workspace: '工作区',
    switchTo: '切换到 {{name}}',
    otherLanguage: 'English',
    staffOf: '{{provider}}（员工）',
    clientOf: '{{client}}（{{provider}}的客户）',
    noMembership: '此账号还未加入任何工作区',
    noMembershipText: '{{name}} 已登录，但没有成员资格。请打开管理员发给您的邀请链接；或把下面两项告诉管理员，开通后点“重试”。',
    issuer: '身份提供方',
    subject: '身份标识',
    copy: '复制',
    copied: '已复制',
    unavailable: '暂时无法连接服务器',
    unavailableText: '请检查网络，然后重试。',
    tryAgain: '重试',
  },
  join: {
    title: '{{provider}}邀请您加入',
    clientText: '您将以“{{person}}”的身份进入{{company}}的服务门户。当前登录账号：{{account}}。',
    staffText: '您将以“{{person}}”的身份成为{{company}}的员工。当前登录账号：{{account}}。',
    accept: '接受邀请',
    joining: '正在加入…',
    otherAccount: '换一个账号登录',
    gone: '邀请已失效',
    goneText: '此邀请已被使用、撤回或过期。请向邀请您的人索取新的链接。',
  },
  notFound: { title: '没有这个页面', text: '地址可能有误，或您的角色无权打开。', home: '回到首页' },
  details: '详情',
  close: '关闭',
  roles: {
    admin: '管理员',
    'service-desk': '服务台',
    technician: '技术员',
    'service-manager': '服务经理',
    'change-manager': '变更经理',
    'problem-manager': '问题经理',
    'configuration-manager': '配置经理',
    'account-manager': '客户经理',
    finance: '财务',
    'client-user': '用户',
    'client-approver': '审批人',
    'client-owner': '负责人',
  },
} as const satisfies Tree

type Tree = { readonly [key: string]: string | Tree }

export default words

declare module '../areas.ts' {
  interface Areas {
    layout: typeof words
  }
}
