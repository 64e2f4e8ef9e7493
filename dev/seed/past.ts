import type { Api } from '@pactdesk/domain/kernel/client'
import { importIncidents } from '../import/incidents.ts'
import type { Product } from '../local/product.ts'
import { draftContract, offer, signByBoth } from '../scenario/feed/contract.ts'
import { closeSteps, feePaymentSteps, monthPaymentSteps } from '../scenario/feed/money.ts'
import { ticketSteps } from '../scenario/feed/tickets.ts'
import { visitSteps } from '../scenario/feed/visits.ts'
import { Inputs } from '../scenario/file.ts'
import type { World } from '../scenario/world.ts'
import type { Actors } from './actors.ts'
import { clients, provider } from './people.ts'
import { dateOf, demoStart, inAYear, lastMonth, thisMonth } from './story.ts'
import type { Step } from './work.ts'

const key = 'QINGHE'
const zone = 'Asia/Shanghai'
const company = clients.find(known => known.key === key)!
const weekday = [['09:00', '18:00']] as [string, string][]

/** Wall time on a working day of last month, as a worked month tells it. */
const wall = (day: number, time: string): string => `${dateOf(lastMonth(day, time))}T${time}`
const day = (n: number): string => dateOf(lastMonth(n, '12:00'))
const fee = (line: number, item: string, grossFen: number) => ({ line, item, grossFen, taxRate: '0.06' })

/** What happened to one client until its month was closed, billed and paid: a worked month of the demo's own. */
const inputs = (): Inputs =>
  Inputs.parse({
    calendar: {
      timezone: zone,
      weekly: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
      exceptions: 'cn-exceptions',
    },
    contract: {
      number: `清维〔${day(0).slice(0, 4)}〕第 018 号`,
      client: `${company.name.zh}有限公司`,
      clientKey: key,
      provider: `${provider.name.zh}有限公司`,
      signedByBothAt: wall(0, '10:00'),
      termFirstDay: day(1),
      termLastDayInclusive: inAYear(day(1)),
      currency: 'CNY',
      feeLines: [fee(1, '电脑维护', 792_000), fee(2, '服务器维护', 860_000), fee(3, '网络维护', 640_000)],
      totalGrossFen: 2_292_000,
      dueDaysAfterSigning: 3,
      lateFeePerDay: '0.0005',
      arrivalWorkingMinutes: { HQ: 60 },
      severeOutOfHoursArrivalElapsedMinutes: 60,
      clause7: {
        restoreWorkingMinutes: 540,
        severeRestoreElapsedMinutes: 300,
        extrasDueDaysAfterIssue: 15,
        outOfScopeListRateFenPerHour: 28_000,
        outOfScopeDiscount: '0.15',
        outOfScopeRoundUpMinutes: 15,
        partsTaxRate: '0.13',
        serviceTaxRate: '0.06',
      },
      terminationPenalty: '0.10',
    },
    devices: [],
    month: { firstDay: `${day(0).slice(0, 7)}-01`, firstDayOfNext: `${dateOf(thisMonth(1, '09:00')).slice(0, 7)}-01` },
    visits: [
      { id: 'V1', kind: 'planned-monthly', date: day(5), travel: ['09:05', '09:40'], onsite: ['09:40', '11:50'], site: 'HQ' },
    ],
    tickets: [
      {
        id: 'T1',
        title: '绘图电脑无法登录域',
        severe: false,
        requestedAt: wall(2, '09:20'),
        onsite: false,
        remote: [[wall(2, '09:45'), wall(2, '10:20')]],
        restoredAt: wall(2, '10:20'),
        site: 'HQ',
      },
      {
        id: 'T2',
        title: '核心交换机断电，全公司断网',
        severe: true,
        requestedAt: wall(3, '14:05'),
        onsite: true,
        travelFrom: wall(3, '14:15'),
        arrivedAt: wall(3, '14:52'),
        restoredAt: wall(3, '16:30'),
        parts: [{ id: '交换机电源模块', name: '交换机电源模块', qty: 1, unitCostGrossFen: 46_800 }],
        site: 'HQ',
      },
      {
        id: 'T3',
        title: '会议室新增四个网络点位',
        severe: false,
        requestedAt: wall(4, '10:10'),
        onsite: false,
        outOfScope: true,
        quoteAcceptedAt: wall(4, '15:30'),
        remote: [[wall(6, '09:30'), wall(6, '11:05')]],
        restoredAt: wall(6, '11:10'),
        site: 'HQ',
      },
    ],
    invoice1: { number: '', issuedOn: day(0) },
    payments1: [
      { id: 'QH-0001', date: day(1), fen: 1_500_000, via: 'bank' },
      { id: 'QH-0002', date: day(6), fen: 792_000, via: 'bank' },
    ],
    lateFeeDecision: { action: 'claim', part: '1' },
    invoice2: { number: '', issuedOn: dateOf(thisMonth(1, '10:00')) },
    payments2: [{ id: 'QH-0003', date: dateOf(thisMonth(3, '10:00')), fen: 'all', via: 'hosted' }],
  })

/** Last month of one client, told by the steps of a worked month; the history of an earlier desk is brought in before the close. */
export function pastMonth(product: Product, { staff, client }: Actors): Step[] {
  const told = inputs()
  const names = {
    client: key,
    technician: 'guo-tao',
    contract: '',
    feeBill: '',
    monthBill: '',
    tickets: new Map(),
    visits: new Map(),
    work: new Map(),
  }
  // People are looked up when they act: the first steps of the demo hire them.
  const as: World['as'] = {
    get admin() {
      return staff('admin')
    },
    get desk() {
      return staff('desk')
    },
    get technician() {
      return staff('tech')
    },
    get account() {
      return staff('accounts')
    },
    get finance() {
      return staff('finance')
    },
    get user() {
      return client(key, 'user')
    },
    get owner() {
      return client(key, 'owner')
    },
  }
  const world: World = { inputs: told, zone, startedAt: demoStart(), product, as, names, lastRequest: () => '' }
  const signing = async (): Promise<void> => {
    await draftContract(world)
    await offer(world)
    await product.host.drain()
    await signByBoth(world)
  }
  const steps = [
    { at: lastMonth(0, '10:00'), what: '签约 / signed', run: signing },
    ...told.visits.flatMap(visit => visitSteps(visit, zone, lastMonth(1, '09:00'))),
    ...told.tickets.flatMap(ticket => ticketSteps(ticket, zone)),
    ...feePaymentSteps(told, zone, lastMonth(0, '10:00')),
    { at: lastMonth(6, '17:00'), what: '导入旧系统的事件 / incidents of the old desk', run: () => importOld(as.admin) },
    ...closeSteps(told, zone),
    ...monthPaymentSteps(told, zone),
  ]
  return steps.map(({ at, what, run }) => ({ at, what: `${company.name.zh} ${what}`, run: () => run(world) }))
}

/** Two incidents that an earlier desk kept, in the columns of a ServiceNow event log. */
async function importOld(api: Api): Promise<void> {
  const time = (n: number, at: string): string => {
    const [year, month, date] = day(n).split('-').map(Number)
    return `${date}/${month}/${year} ${at}`
  }
  const row = (number: string, state: string, changes: number, opened: string, updated: string) =>
    [
      number,
      state,
      changes,
      'Caller 1',
      opened,
      opened,
      'Desk',
      'Desk',
      updated,
      '2 - Medium',
      '2 - Medium',
      '3 - Moderate',
    ].join()
  const text = [
    'number,incident_state,sys_mod_count,caller_id,opened_at,sys_created_at,sys_created_by,sys_updated_by,sys_updated_at,impact,urgency,priority',
    ...['INC0000001', 'INC0000002'].flatMap((number, n) => [
      row(number, 'New', 0, time(n + 1, '09:30'), time(n + 1, '09:30')),
      row(number, 'Active', 1, time(n + 1, '09:30'), time(n + 1, '09:50')),
      row(number, 'Resolved', 2, time(n + 1, '09:30'), time(n + 1, '11:15')),
      row(number, 'Closed', 3, time(n + 1, '09:30'), time(n + 1, '16:00')),
    ]),
  ].join('\n')
  await importIncidents({ api, client: key, file: { name: 'old-desk.csv', text }, zone, firstDay: day(1) })
}
