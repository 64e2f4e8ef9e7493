import { HostFault } from '../host/fault.ts'
import { type Product, startProduct } from '../local/product.ts'
import { beginDemo, clearHalfToldDemo, firstStartIsOver, isFirstStart } from './first-start.ts'
import type { Globals } from './main.ts'

type Options = Globals & { port: number; empty?: boolean; at?: string }

/** Brings everything up, seeds the demo on the first start, says what runs where, and stays until it is told to stop. */
export async function start({ data, port, empty, at }: Options): Promise<void> {
  const began = Date.now()
  const first = isFirstStart(data)
  let product: Product
  try {
    if (first && clearHalfToldDemo(data)) console.log('The demo was cut off before it was whole; it is taken away.')
    if (first && !empty) beginDemo(data)
    const from = at ?? (first && !empty ? (await import('../seed/story.ts')).demoStart() : undefined)
    product = await startProduct({ data, port, ...(from && { at: from }) })
  } catch (error) {
    if (!(error instanceof HostFault)) throw error
    console.error(`pactdesk: ${error.message}`)
    process.exitCode = 1
    return
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void product.stop().then(() => process.exit(0)))
  if (first && empty) console.log(await firstAdministrator(product))
  if (first && !empty) {
    const { seed } = await import('../seed/seed.ts')
    try {
      await seed(product, progress)
    } catch (error) {
      await product.stop()
      throw new Error(`the demo could not be made: ${error instanceof Error ? error.message : error}`)
    }
  }
  if (first) firstStartIsOver(data, !empty)
  console.log(summary(product, data, Date.now() - began))
}

/** One line that is rewritten on a terminal, one line a step elsewhere. */
function progress(done: number, of: number, what: string): void {
  const line = `demo ${String(Math.round((done / of) * 100)).padStart(3)} %  ${what}`
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line}${done === of ? '\n' : ''}`)
  else if (done === of || done % 10 === 0) console.log(line)
}

async function firstAdministrator({ host, secret }: Product): Promise<string> {
  const response = await fetch(`${host.url}/_local/provision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-pactdesk-secret': secret },
    body: JSON.stringify({
      key: 'msp',
      name: { zh: '我的公司', en: 'My company' },
      admin: { email: 'admin@msp.example', name: { zh: '管理员', en: 'Administrator' } },
    }),
  })
  const { link } = (await response.json()) as { link: string }
  return `The first administrator (admin@msp.example) sets a password here, once: ${link}`
}

function summary({ host, idp }: Product, data: string, took: number): string {
  const demo = idp.listPeople().filter(person => person.demo)
  const people = demo.map(person => `  ${person.email.padEnd(28)} ${person.demo!.role.en}, ${person.demo!.company.en}`)
  return [
    `Pactdesk is ready after ${(took / 1000).toFixed(1)} s, business time ${host.clock.now()}`,
    `  web app    ${host.url}`,
    `  API        ${host.url}/api/openapi.json`,
    `  mailbox    ${host.url}/_local/mail`,
    `  data       ${data}`,
    ...(people.length > 0 ? ['Sign in with one click as', ...people] : []),
  ].join('\n')
}
