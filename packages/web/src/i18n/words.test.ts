import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

type Tree = { [key: string]: string | Tree }

const folder = (language: string): URL => new URL(`./${language}/`, import.meta.url)
const everyArea = readdirSync(folder('zh-CN')).filter(name => name.endsWith('.ts'))
/** The server's refusals come in English by themselves; problems.test.ts looks after the Chinese. */
const areas = everyArea.filter(name => name !== 'problems.ts')

/** Every leaf with whether it says anything and its placeholders. */
function leaves(tree: Tree, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') {
      found.set(
        `${path}${key}`,
        [
          value === '' ? 'nothing' : 'words',
          ...new Set([...value.matchAll(/\{\{\s*(\w+)/g)].map(match => match[1] ?? '')),
        ].sort(),
      )
    } else for (const [deeper, names] of leaves(value, `${path}${key}.`)) found.set(deeper, names)
  }
  return found
}

const read = async (language: string, area: string): Promise<Map<string, string[]>> =>
  leaves(((await import(new URL(area, folder(language)).href)) as { default: Tree }).default)

test('both languages have the same areas', () => {
  expect(readdirSync(folder('en')).filter(name => name.endsWith('.ts'))).toEqual(everyArea)
  expect(everyArea.length).toBeGreaterThan(1)
})

test.each(areas)('%s says the same things in both languages, with the same placeholders', async area => {
  const [zh, en] = await Promise.all([read('zh-CN', area), read('en', area)])
  const singulars = [...en.keys()].filter(key => key.endsWith('_one'))
  for (const key of singulars) expect(zh.has(key.replace(/_one$/, '_other')), `${key} is the singular of a plural`).toBe(true)
  expect([...en.keys()].filter(key => !singulars.includes(key)).sort()).toEqual([...zh.keys()].sort())
  for (const [key, said] of zh) expect(en.get(key), key).toEqual(said)
})
