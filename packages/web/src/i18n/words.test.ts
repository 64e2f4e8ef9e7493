import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

type Tree = { [key: string]: string | Tree }

const folder = (language: string): URL => new URL(`./${language}/`, import.meta.url)
const areas = readdirSync(folder('zh-CN')).filter(name => name.endsWith('.ts'))

/** Every leaf as `path: placeholders`; English plural singulars stand for their `_other`. */
function leaves(tree: Tree, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') {
      expect(value, `${path}${key} has words`).not.toBe('')
      found.set(`${path}${key}`, [...new Set([...value.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1] ?? ''))].sort())
    } else for (const [deeper, names] of leaves(value, `${path}${key}.`)) found.set(deeper, names)
  }
  return found
}

const read = async (language: string, area: string): Promise<Map<string, string[]>> =>
  leaves(((await import(new URL(area, folder(language)).href)) as { default: Tree }).default)

test('both languages have the same areas', () => {
  expect(readdirSync(folder('en')).filter(name => name.endsWith('.ts'))).toEqual(areas)
  expect(areas.length).toBeGreaterThan(1)
})

test.each(areas)('%s says the same things in both languages, with the same placeholders', async area => {
  const [zh, en] = await Promise.all([read('zh-CN', area), read('en', area)])
  const singulars = [...en.keys()].filter(key => key.endsWith('_one'))
  for (const key of singulars) expect(zh.has(key.replace(/_one$/, '_other')), `${key} is the singular of a plural`).toBe(true)
  expect([...en.keys()].filter(key => !singulars.includes(key)).sort()).toEqual([...zh.keys()].sort())
  for (const [key, names] of zh) expect(en.get(key), key).toEqual(names)
})
