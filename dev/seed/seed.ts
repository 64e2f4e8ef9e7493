import { majorText } from '@pactdesk/domain/kernel/money'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import { Temporal } from 'temporal-polyfill'
import type { Product } from '../local/product.ts'
import { actors } from './actors.ts'
import { recordPaper, signInPortal } from './contracts.ts'
import { pastMonth } from './past.ts'
import { clients, provider } from './people.ts'
import { provisionProvider, setUpClient, setUpProvider } from './setup.ts'
import { at, dateOf, demoStart, inAYear } from './story.ts'
import { dailyWork, type Step } from './work.ts'

type Progress = (done: number, of: number, what: string) => void

/**
 * The lively demo of the first start: a fictional provider, four clients, a month that was closed and three weeks of work, made by the product's own
 * commands over a stepped business clock. It ends at the present.
 */
export async function seed(product: Product, progress: Progress): Promise<void> {
  const { host } = product
  const who = actors(product, provider.key)
  await provisionProvider(product)
  const present = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  const first = dateOf(at(0, '10:00'))
  const steps: Step[] = [
    { at: demoStart(), what: '团队 / team', run: () => setUpProvider(product, who) },
    ...clients.map(({ key, name }) => ({ at: demoStart(), what: name.zh, run: () => setUpClient(product, who, key) })),
    { at: at(0, '09:10'), what: '补录纸质合同 / paper contract', run: () => recordPaper(product, who, 'LANHAI') },
    {
      at: at(0, '10:00'),
      what: '门户签约 / signed in the portal',
      run: () => signInPortal(product, who, 'MINGDE', first, inAYear(first)),
    },
    ...pastMonth(product, who),
    ...dailyWork(who),
    { at: at(3, '11:00'), what: '银行来款 / bank payment', run: () => payMost(product) },
  ]
    .filter(step => step.at <= present)
    .sort((a, b) => Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at)))
  for (const [index, step] of steps.entries()) {
    progress(index, steps.length, step.what)
    if (step.at > host.clock.now()) await host.clock.step({ to: step.at })
    await step.run()
    await host.drain()
  }
  if (present > host.clock.now()) await host.clock.step({ to: present })
  await host.drain()
  progress(steps.length, steps.length, '就绪 / ready')

  /** The bank kept 0.50: a small remainder stays due until finance decides. */
  async function payMost(of: Product): Promise<void> {
    const finance = actors(of, provider.key).staff('finance')
    const open = (await finance.call(bills.listReceivables, { query: {} })).value.items
    const bill = open.find(({ client }) => client === 'MINGDE')
    if (!bill?.number || bill.openMinor === undefined) return
    const amount = majorText({ currency: bill.currency, minor: bill.openMinor - 50 })
    const csv = `date,amount,payer,reference,id\n${dateOf(host.clock.now())},${amount},明德口腔有限公司,${bill.number},DEMO-0001\n`
    await finance.call(bills.importBankStatement, { body: { csv, currency: 'CNY' } })
  }
}
