import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { DemoCard, NewPerson, Person } from './api.ts'
import { hashPassword, minPasswordLength } from './passwords.ts'

interface Row {
  sub: string
  email: string
  name_zh: string
  name_en: string
  password: string | null
  demo: string | null
  self_made: number
}

const toPerson = (row: Row): Person => ({
  sub: row.sub,
  email: row.email,
  name: { zh: row.name_zh, en: row.name_en },
  hasPassword: row.password !== null,
  selfMade: row.self_made === 1,
  ...(row.demo && { demo: JSON.parse(row.demo) as DemoCard }),
})

/** Those who can sign in. */
export interface People {
  add(person: NewPerson): Person
  setPassword(sub: string, password: string): void
  list(): Person[]
  find(subOrEmail: string): Person | undefined
  passwordHash(sub: string): string | undefined
}

function checkedHash(password: string): string {
  if ([...password].length < minPasswordLength) throw new RangeError(`a password has at least ${minPasswordLength} characters`)
  return hashPassword(password)
}

/** People over the table `idp_people`, in the order in which they were added. */
export function createPeople(state: DatabaseSync): People {
  const upsert =
    state.prepare(`INSERT INTO idp_people (sub, email, name_zh, name_en, password, demo, self_made) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (sub) DO UPDATE SET email = excluded.email, name_zh = excluded.name_zh, name_en = excluded.name_en,
      password = coalesce(excluded.password, password), demo = excluded.demo`)
  const bySub = state.prepare('SELECT * FROM idp_people WHERE sub = ?')
  const byEmail = state.prepare('SELECT * FROM idp_people WHERE email = ?')
  const all = state.prepare('SELECT * FROM idp_people ORDER BY rowid')
  const update = state.prepare('UPDATE idp_people SET password = ? WHERE sub = ?')
  const row = (key: string) => (bySub.get(key) ?? byEmail.get(key.trim().toLowerCase())) as Row | undefined

  return {
    add({ sub = randomUUID(), email, name, password, demo, selfMade }) {
      const address = email.trim().toLowerCase()
      const holder = byEmail.get(address) as Row | undefined
      if (holder && holder.sub !== sub) throw new Error(`${address} belongs to another person (${holder.sub})`)
      upsert.run(
        sub,
        address,
        name.zh,
        name.en,
        password === undefined ? null : checkedHash(password),
        demo ? JSON.stringify(demo) : null,
        selfMade ? 1 : 0,
      )
      return toPerson(bySub.get(sub) as unknown as Row)
    },
    setPassword(sub, password) {
      if (update.run(checkedHash(password), sub).changes === 0) throw new Error(`no person ${sub}`)
    },
    list: () => (all.all() as unknown as Row[]).map(toPerson),
    find(key) {
      const found = row(key)
      return found && toPerson(found)
    },
    passwordHash: sub => (bySub.get(sub) as Row | undefined)?.password ?? undefined,
  }
}
