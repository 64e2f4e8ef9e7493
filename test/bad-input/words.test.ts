import { expect, it } from 'vitest'
import words from '../../packages/web/src/i18n/zh-CN/problems.ts'
import { bank } from './cases/bank.ts'
import { contracts } from './cases/contracts.ts'
import { files } from './cases/files.ts'
import { http } from './cases/http.ts'
import { imports } from './cases/imports.ts'
import { money } from './cases/money.ts'
import { places } from './cases/places.ts'
import { sheets } from './cases/sheets.ts'
import { work } from './cases/work.ts'

/** Statuses for which the web has a sentence of its own, whatever the code. */
const general = [403, 404]
const cases = [http, places, contracts, money, bank, files, sheets, imports, work].flat()
const codes = [...new Set(cases.filter(({ status }) => !general.includes(status)).map(({ code }) => code))].sort()
const tree = words as { readonly [module: string]: { readonly [reason: string]: string } }

it.each(codes)('the web says %s in Chinese too', code => {
  const [module = '', reason = ''] = code.split('.')
  expect(tree[module]?.[reason]).toMatch(/[\u4e00-\u9fff]/)
})
