import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import type { Actors } from './actors.ts'
import { at, minutesAfter } from './story.ts'

export type Step = { at: string; what: string; run: () => Promise<unknown> }
type Made = { id: string }

/** Everyday tickets of the demo, each told as steps in time. Nothing is written to the table but by the product's own commands. */
export function dailyWork({ staff, client }: Actors): Step[] {
  const step = (when: string, what: string, run: () => Promise<unknown>): Step => ({ at: when, what, run })
  const asked = (key: string, made: Made, when: string, subject: string, more: object = {}) =>
    step(when, subject, async () => {
      const { value } = await client(key, 'user').call(tickets.openTicket, {
        params: { client: key },
        body: { subject, site: 'HQ', ...more },
      })
      made.id = value.number
    })
  const on = (key: string, made: Made) => ({ client: key, ticket: made.id })
  const [jam, mail, network, scanner, points, slow, login, badge, share, monitor, backup]: Made[] = Array.from(
    { length: 11 },
    () => ({ id: '' }),
  )

  return [
    asked('MINGDE', jam!, at(1, '10:12'), '前台打印机卡纸', {
      text: '打印处方时一直卡纸，已经重启过。',
      impact: 'low',
      urgency: 'medium',
    }),
    step(at(1, '10:20'), '工程师接单', () =>
      staff('desk').call(tickets.assignTicket, {
        params: on('MINGDE', jam!),
        body: { assignee: { id: 'mara-holt', name: 'Mara Holt' } },
      }),
    ),
    step(at(1, '10:48'), '远程处理', () =>
      staff('mara').call(tickets.replyToTicket, {
        params: on('MINGDE', jam!),
        body: {
          text: '已更换搓纸轮设置并清理队列，请再试打一张。',
          work: { kind: 'remote', minutes: 22 },
          next: { do: 'resolve' },
        },
      }),
    ),
    step(at(1, '11:05'), '客户确认', () =>
      client('MINGDE', 'user').call(tickets.confirmTicket, { params: on('MINGDE', jam!), body: {} }),
    ),

    step(at(2, '14:32'), '电话报修', async () => {
      const { value } = await staff('desk').call(tickets.openTicket, {
        params: { client: 'LANHAI' },
        body: {
          channel: 'phone',
          contact: 'user',
          subject: '邮箱登录后反复要求输入密码',
          requestedAt: at(2, '14:20'),
          site: 'HQ',
          device: 'PC-03',
        },
      })
      mail!.id = value.number
    }),
    step(at(2, '15:10'), '等待客户', () =>
      staff('desk').call(tickets.replyToTicket, {
        params: on('LANHAI', mail!),
        body: {
          text: '请提供新密码的设置时间，我们核对同步日志。',
          work: { kind: 'remote', minutes: 15 },
          next: { do: 'wait', on: 'client', reason: '等待客户确认密码修改时间' },
        },
      }),
    ),
    step(at(4, '09:40'), '客户答复', () =>
      client('LANHAI', 'user').call(tickets.replyToTicket, {
        params: on('LANHAI', mail!),
        body: { text: '昨天下午三点左右改的。' },
      }),
    ),
    step(at(4, '10:25'), '解决', () =>
      staff('desk').call(tickets.replyToTicket, {
        params: on('LANHAI', mail!),
        body: { text: '已清除旧凭据，现在正常。', work: { kind: 'remote', minutes: 30 }, next: { do: 'resolve' } },
      }),
    ),

    asked('MINGDE', network!, at(5, '17:20'), '全院断网，收费和影像都停了', {
      text: '所有电脑都上不了网，服务器也连不上。',
      severity: { severity: 'severe', wholeNetworkDown: true },
      onSite: true,
      impact: 'high',
      urgency: 'high',
    }),
    step(at(5, '17:24'), '确认重大故障并派工', async () => {
      await staff('desk').call(tickets.stateTicketSeverity, {
        params: on('MINGDE', network!),
        body: { severity: 'severe', wholeNetworkDown: true },
      })
      const { value } = await staff('desk').call(visits.dispatchVisit, {
        params: { client: 'MINGDE' },
        body: { site: 'HQ', tickets: [network!.id], technician: 'guo-tao' },
      })
      network!.id = `${network!.id}|${value.id}`
    }),
    ...severeVisit(),

    asked('YUNHE', slow!, at(6, '11:02'), '设计电脑打开大文件很慢', { text: '合同还没签，能先帮看看吗？' }),

    asked('MINGDE', scanner!, at(7, '16:40'), '影像扫描仪无法识别', {
      text: '第二诊室的扫描仪插上没有反应。',
      onSite: true,
      device: 'PC-02',
    }),
    ...lateVisit(),

    asked('MINGDE', points!, at(8, '09:30'), '新诊室增加两个网络点位', {
      text: '下周新诊室启用，需要两个网络点位。',
      kind: 'request',
      workType: 'network-addition',
    }),
    step(at(8, '10:05'), '先报价', () =>
      staff('desk').call(tickets.askTicketQuote, {
        params: on('MINGDE', points!),
        body: {
          text: '增加两个网络点位：按实际工时计，材料按进价。',
          price: { mode: 'time-and-material' },
          expiresAt: at(13, '18:00'),
        },
      }),
    ),
    step(at(9, '08:50'), '客户确认报价', async () => {
      const { value } = await client('MINGDE', 'owner').call(tickets.getTicket, { params: on('MINGDE', points!) })
      const quote = value.quotes.at(-1)!.id
      await client('MINGDE', 'owner').call(tickets.acceptTicketQuote, {
        params: { ...on('MINGDE', points!), quote },
        body: { how: 'portal-phone' },
      })
    }),

    asked('LANHAI', share!, at(11, '10:30'), '共享文件夹看不到了', { text: '早上还在。', impact: 'medium', urgency: 'medium' }),
    step(at(11, '11:15'), '恢复', () =>
      staff('desk').call(tickets.replyToTicket, {
        params: on('LANHAI', share!),
        body: { text: '权限被误删，已恢复。', work: { kind: 'remote', minutes: 35 }, next: { do: 'resolve' } },
      }),
    ),
    step(at(12, '09:05'), '重新打开', () =>
      client('LANHAI', 'user').call(tickets.reopenTicket, { params: on('LANHAI', share!), body: { reason: '今天又看不到了' } }),
    ),

    asked('MINGDE', monitor!, at(12, '15:45'), '接诊台显示器闪屏', { text: '偶尔黑一下。', workType: 'monitor-repair' }),
    asked('MINGDE', login!, at(13, '10:20'), '新护士无法登录排班系统'),
    step(at(13, '10:40'), '等待配件', async () => {
      await staff('desk').call(tickets.startTicket, { params: on('MINGDE', login!), body: {} })
      await staff('desk').call(tickets.waitTicket, {
        params: on('MINGDE', login!),
        body: { on: 'supplier', reason: '等待软件厂商开通账号' },
      })
    }),
    asked('LANHAI', badge!, at(13, '16:30'), '门禁刷卡没有反应', { impact: 'medium', urgency: 'high' }),
    asked('LANHAI', backup!, at(13, '17:10'), '昨晚备份提示跳过 3 个文件', { impact: 'low', urgency: 'low' }),
  ]

  function severeVisit(): Step[] {
    const ids = () => ({ ticket: network!.id.split('|')[0]!, visit: network!.id.split('|')[1]! })
    const visit = () => ({ client: 'MINGDE', visit: ids().visit })
    return [
      step(at(5, '17:31'), '出发', () => staff('tech').call(visits.startTravel, { params: visit(), body: {} })),
      step(at(5, '17:58'), '到场并开始', () =>
        staff('tech').call(visits.arriveAtVisit, {
          params: visit(),
          body: { how: 'button', position: { latitude: 31.2, longitude: 121.4, accuracyMetres: 12 }, begin: true },
        }),
      ),
      step(at(5, '19:05'), '更换模块，恢复', async () => {
        await staff('tech').call(visits.addVisitPart, {
          params: visit(),
          body: { name: 'SFP 10G 光模块', quantity: 1, unitCost: { currency: 'CNY', minor: 38_600 }, ticket: ids().ticket },
        })
        await staff('tech').call(visits.finishVisit, { params: visit(), body: {} })
        await staff('tech').call(tickets.resolveTicket, {
          params: { client: 'MINGDE', ticket: ids().ticket },
          body: { solution: '核心交换机光模块损坏，已更换。' },
        })
      }),
      step(at(5, '19:15'), '客户签字', () =>
        client('MINGDE', 'owner').call(visits.signVisit, { params: visit(), body: { how: 'portal', name: '何敏' } }),
      ),
    ]
  }

  function lateVisit(): Step[] {
    let visit = ''
    const params = () => ({ client: 'MINGDE', visit })
    return [
      step(at(7, '16:55'), '派工', async () => {
        const { value } = await staff('desk').call(visits.dispatchVisit, {
          params: { client: 'MINGDE' },
          body: { site: 'HQ', tickets: [scanner!.id], technician: 'mara-holt' },
        })
        visit = value.id
      }),
      step(at(8, '09:10'), '次日出发', () => staff('mara').call(visits.startTravel, { params: params(), body: {} })),
      step(at(8, '09:52'), '到场', () =>
        staff('mara').call(visits.arriveAtVisit, {
          params: params(),
          body: { how: 'typed', place: '前台', reason: '地下室没有定位', begin: true },
        }),
      ),
      step(at(8, '10:40'), '完成', async () => {
        await staff('mara').call(visits.finishVisit, { params: params(), body: {} })
        await staff('mara').call(tickets.resolveTicket, {
          params: { client: 'MINGDE', ticket: scanner!.id },
          body: { restoredAt: minutesAfter(at(8, '10:40'), -5) },
        })
      }),
      step(at(8, '10:44'), '客户签字', () =>
        client('MINGDE', 'owner').call(visits.signVisit, { params: params(), body: { how: 'portal', name: '何敏' } }),
      ),
    ]
  }
}
