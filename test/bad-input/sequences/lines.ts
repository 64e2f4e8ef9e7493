import { exportDevices, importDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { expect, it } from 'vitest'
import { accepted, effects, type Scene } from '../case.ts'

const head = 'id,class,name,serial'
const params = { client: 'HEXI' }
const take = async (scene: Scene, csv: string, mode = 'all-or-nothing') => {
  const taken = await accepted(scene, importDevices, { csv, mode }, { params, who: 'account' })
  return { report: taken.value, changed: effects(taken.changed) }
}

const wrong: [what: string, csv: string, errors: [line: number, column: string, reason: string][]][] = [
  ['without the column class', 'id,name\nPC-90,a', [[1, 'class', 'column-missing']]],
  ['with a column nobody knows', 'id,class,colour\nPC-90,pc,red', [[1, 'colour', 'column-unknown']]],
  ['with a column twice', 'id,class,name,name\nPC-90,pc,a,b', [[1, 'name', 'column-twice']]],
  ['with a device twice', `${head}\nPC-90,pc,a,\nPC-90,pc,b,`, [[3, 'id', 'twice']]],
  ['with a serial number twice', `${head}\nPC-90,pc,a,SN1\nPC-91,pc,b,SN1`, [[3, 'serial', 'serial-twice']]],
  ['with a device that exists otherwise', `${head}\nPC-01,server,a,`, [[2, 'id', 'exists']]],
  ['with a class that is none', `${head}\nPC-90,toaster,a,\nPC-91,pc,b,`, [[2, 'class', 'value']]],
  ['with an id with a #', `${head}\nPC#90,pc,a,`, [[2, 'id', 'value']]],
  ['with an id in Chinese', `${head}\n电脑90,pc,a,`, [[2, 'id', 'value']]],
  ['with a site that is not there', 'id,class,site\nPC-90,pc,MOON', [[2, 'site', 'site']]],
  ['with a date that is none', 'id,class,inServiceFrom\nPC-90,pc,2027-02-30', [[2, 'inServiceFrom', 'value']]],
]

/** Device sheets that can be read: every wrong line is named, and one of them keeps all of the sheet out. */
export function sheetLines(scene: () => Scene): void {
  it.each(wrong)('a sheet %s registers nothing and names the line', async (_, csv, errors) => {
    const { report, changed } = await take(scene(), csv)
    expect(report.errors.map(({ line, column, code }) => [line, column, code])).toEqual(
      errors.map(([line, column, reason]) => [line, column, `configuration.sheet-${reason}`]),
    )
    expect([report.registered, changed]).toEqual([[], []])
  })

  it('text that a spreadsheet would run stays text, and is harmless when exported', async () => {
    const name = '=HYPERLINK("http://x.example","open")'
    const csv = `\uFEFF${head}\r\nPC-80,pc,"${name.replaceAll('"', '""')}",+86\r\n`
    expect((await take(scene(), csv)).report).toMatchObject({ registered: ['PC-80'], errors: [] })
    const exported = (await accepted(scene(), exportDevices, undefined, { params, who: 'account' })).value
    expect(exported.csv).toContain(`"'${name.replaceAll('"', '""')}"`)
    expect(exported.csv).toContain(",'+86,")
    const again = await take(scene(), exported.csv)
    expect([again.report.errors, again.report.registered, again.changed]).toEqual([[], [], []])
  })

  it('a serial number of a device in service is not given to another one', async () => {
    expect((await take(scene(), `${head}\nPC-81,pc,a,SN-81`)).report.registered).toEqual(['PC-81'])
    const { report, changed } = await take(scene(), `${head}\nPC-82,pc,b,SN-81`, 'good-rows')
    expect([report.errors.map(({ code }) => code), changed]).toEqual([['configuration.sheet-serial-twice'], []])
  })
}
