import { ProblemError } from '@pactdesk/domain/kernel/client'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { expect, it } from 'vitest'
import { importIncidents } from '../../../dev/import/incidents.ts'
import { incidentLog } from '../../story/incident-log.ts'
import { effects, type Scene } from '../case.ts'

/** Imports a log as the command line does. */
const run = ({ world }: Scene, text: string, changes: object = {}) =>
  importIncidents({
    api: world.as.admin,
    client: 'BEILI',
    zone: 'Asia/Shanghai',
    firstDay: '2027-01-11',
    file: { name: 'log.csv', text },
    ...changes,
  })
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: unknown) => {
      if (error instanceof DomainFailure) return error.error.code
      if (error instanceof ProblemError) return error.problem.code
      throw error
    },
  )

const [head = '', first = ''] = incidentLog().split('\n')
const wrong: [what: string, text: string, changes: object, code: string][] = [
  ['with a quote that never ends', `${head}\n"INC1,New`, {}, 'import.bad-csv'],
  ['whose rows are of different length', `${head}\nINC1,New`, {}, 'import.bad-csv'],
  ['read in the wrong encoding', `${head}\n${first.replace('Caller', '\uFFFD\uFFFD')}`, {}, 'import.bad-encoding'],
  ['of nothing', '', {}, 'import.empty'],
  ['of a heading alone', `${head}\n`, {}, 'import.empty'],
  ['without its columns', 'id,what\n1,x', {}, 'import.columns'],
  ['from a Tuesday, where it began on a Monday', incidentLog(), { firstDay: '2027-01-12' }, 'import.first-day'],
  ['of a client that is not there', incidentLog(), { client: 'NOBODY' }, 'tenancy.not-found'],
  ['in no zone', incidentLog(), { zone: 'Asia/Peking' }, 'import.zone'],
  ['from a day that is none', incidentLog(), { firstDay: '2027-02-30' }, 'import.bad-first-day'],
]

/** Logs of another system, from the file on. */
export function logs(scene: () => Scene): void {
  it.each(wrong)('a log %s changes nothing', async (_, text, changes, code) => {
    expect(await codeOf(run(scene(), text, changes))).toBe(code)
    expect(await scene().watch.changes()).toEqual([])
  })

  it('rows later than the business clock, or that say nothing, are refused by name and make no ticket', async () => {
    const rows = [head, first.replaceAll('29/2/2016', '29/2/2017'), first.replaceAll('29/2/2016', '1/3/2017')]
    const { report, job } = await run(scene(), `\uFEFF${rows.join('\n')}\n`, { firstDay: '2028-01-05' })
    expect(report.refused.map(({ row, why }) => [row, why])).toEqual([
      [1, 'bad-date'],
      [2, 'later-than-now'],
    ])
    expect([job.status, report.tickets]).toEqual(['done', 0])
    expect(effects(await scene().watch.changes()).filter(key => !/ P#provider#I#BEILI#IMPORT#/.test(key))).toEqual([])
  })
}
