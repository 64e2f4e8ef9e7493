import { importBankStatement, listBankLines, settleBankLine } from '@pactdesk/domain/outsourcing/billing/routes'
import { expect, it } from 'vitest'
import { accepted, effects, refused, type Scene } from '../case.ts'
import { ask } from '../request.ts'

const head = 'date,amount,payer,reference,id'
const take = async (scene: Scene, rows: string[], currency = 'CNY') => {
  const csv = [head, ...rows].join('\n')
  const taken = await accepted(scene, importBankStatement, { csv, currency }, { who: 'finance' })
  return { lines: taken.value.lines, changed: taken.changed }
}
/** Lines and their events may be new, bills and journal not. */
const paidAnything = (changed: string[]) => changed.filter(key => /journal|payment-guard|changed bill/.test(key))

/** Bank lines that pay nothing, or nothing more. */
export function statements(scene: () => Scene): void {
  it('a line that matches nothing stays open, is seen, and pays nobody’s bill', async () => {
    const { lines, changed } = await take(scene(), ['2027-04-01,777.77,Nobody,a birthday present,n1'])
    expect(lines).toMatchObject([{ state: 'unmatched', reason: 'bank.no-match', candidates: [], repeated: false }])
    expect(paidAnything(changed)).toEqual([])
    const { items } = (await accepted(scene(), listBankLines, undefined, { who: 'finance' })).value
    expect(items.map(({ id }) => id)).toContain(lines[0]!.id)
  })

  it.each([
    ['money that went out', '2027-04-01,-26000.00,BEILI,BL-1,n2', 'unmatched', 'bank.not-incoming'],
    ['a line of nothing', '2027-04-01,0.00,BEILI,BL-1,n3', 'unmatched', 'bank.not-incoming'],
    ['more than is open', '2027-04-01,99999.00,BEILI,BL-1,n4', 'ambiguous', 'bank.overpaid'],
    ['two numbers', '2027-04-01,26000.00,BEILI,BL-1 and BL-2,n5', 'ambiguous', 'bank.several-numbers'],
    ['half a number', '2027-04-01,26000.00,x,BL-11,n6', 'ambiguous', 'bank.only-amount-fits'],
  ])('%s is never guessed onto a bill', async (_, row, state, reason) => {
    const { lines, changed } = await take(scene(), [row])
    expect([lines.map(line => [line.state, line.reason]), paidAnything(changed)]).toEqual([[[state, reason]], []])
  })

  it('a statement in dollars pays no bill in yuan, also by hand', async () => {
    const { lines, changed } = await take(scene(), ['2027-04-01,26000.00,BEILI,BL-1,n7'], 'USD')
    expect([lines[0]!.reason, paidAnything(changed)]).toEqual(['bank.other-currency', []])
    const { client, id } = scene().world.other.bills[0]
    const request = () =>
      ask(settleBankLine, { as: 'payment', client, bill: id }, { params: { line: lines[0]!.id }, who: 'finance' })
    await refused(scene(), { request, status: 422, code: 'billing.currency' })
  })

  it('the same file twice, or one line of it in another file, pays once', async () => {
    const rows = ['2027-04-01,100.00,BEILI,BL-2,n8', '2027-04-01,200.00,BEILI,BL-2,n9']
    expect(paidAnything((await take(scene(), rows)).changed)).not.toEqual([])
    const again = await take(scene(), rows)
    expect([again.lines.map(({ repeated }) => repeated), effects(again.changed)]).toEqual([[true, true], []])
    const mixed = await take(scene(), [rows[1]!])
    expect(effects(mixed.changed)).toEqual([])
  })

  it('a line that has paid, or was put aside, is settled for good', async () => {
    const { lines } = await take(scene(), ['2027-04-01,1.00,BEILI,BL-2,n10', '2027-04-01,1.00,x,y,n11'])
    const { client, id } = scene().world.other.bills[0]
    const pay = (line: string) => ask(settleBankLine, { as: 'payment', client, bill: id }, { params: { line }, who: 'finance' })
    await refused(scene(), { request: () => pay(lines[0]!.id), status: 409, code: 'billing.line-settled' })
    await accepted(
      scene(),
      settleBankLine,
      { as: 'ignored', reason: 'a test of the bank' },
      { params: { line: lines[1]!.id }, who: 'finance' },
    )
    await refused(scene(), { request: () => pay(lines[1]!.id), status: 409, code: 'billing.line-settled' })
  })

  it('a line is not put onto a bill that is not there, or not of that client', async () => {
    const { lines } = await take(scene(), ['2027-04-01,5.00,x,y,n12'])
    const { id } = scene().world.other.bills[0]
    for (const bill of ['nothing', id]) {
      const request = () =>
        ask(settleBankLine, { as: 'payment', client: 'HEXI', bill }, { params: { line: lines[0]!.id }, who: 'finance' })
      await refused(scene(), { request, status: 404, code: 'billing.not-found' })
    }
  })
}
