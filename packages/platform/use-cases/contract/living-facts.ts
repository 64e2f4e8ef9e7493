import { type Contract, isBinding, type LivingFacts } from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { devicesInService } from './devices.ts'

type VisitRow = { id: string; kind: string; status: string; date: string; month?: string }

/** What other modules' lists say of a contract's execution, as of now. A draft has been executed by nobody. */
export async function livingFacts(uow: UnitOfWork, contract: Contract): Promise<LivingFacts> {
  if (!isBinding(contract)) return {}
  const [visits, protection] = await Promise.all([visitFacts(uow, contract.client), protectionFacts(uow, contract)])
  return { ...(visits && { visits }), ...(protection && { protection }) }
}

const worked = ['finished', 'signed', 'unsigned', 'accepted']

async function visitFacts(uow: UnitOfWork, client: string): Promise<LivingFacts['visits'] | undefined> {
  const items = await queryAll(uow.database, uow.ctx, { index: 'gsi2', client, part: 'VIS' })
  const planned = items
    .map(item => item.row as VisitRow)
    .filter(({ kind, status }) => kind === 'planned' && status !== 'cancelled')
  if (planned.length === 0) return undefined
  const today = uow.env.now.slice(0, 10)
  const state = ({ status, month }: VisitRow) => {
    if (worked.includes(status)) return 'done' as const
    if (status === 'no-access') return 'moved' as const
    return month !== undefined && month < today.slice(0, 7) ? ('missed' as const) : ('planned' as const)
  }
  const next = planned.filter(visit => state(visit) === 'planned').sort((a, b) => (a.date < b.date ? -1 : 1))[0]
  return {
    months: planned.map(visit => ({ month: visit.month ?? visit.date.slice(0, 7), state: state(visit) })),
    ...(next && { next: { on: next.date, id: next.id } }),
  }
}

async function protectionFacts(uow: UnitOfWork, { client, terms }: Contract): Promise<LivingFacts['protection'] | undefined> {
  const sites = terms.sites.map(({ site }) => site)
  const pcs = (await devicesInService(uow, client)).filter(device => device.class === 'pc' && sites.includes(device.site))
  if (pcs.length === 0) return undefined
  return {
    pcs: pcs.length,
    antivirus: pcs.filter(({ antivirus }) => antivirus === 'yes').length,
    backup: pcs.filter(({ backup }) => backup === 'yes').length,
  }
}
