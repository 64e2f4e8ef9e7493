import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HostFault } from '../host/fault.ts'
import { lockDataFolder } from '../host/lock.ts'
import { beginDemo, clearHalfToldDemo, firstStartIsOver, isFirstStart } from './first-start.ts'

/** A folder in which a start has begun to tell the demo, and a file of somebody else. */
function halfTold(): string {
  const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
  beginDemo(data)
  for (const name of ['table.db', 'table.db-wal', 'state.db', 'local.json', 'mine.txt']) writeFileSync(join(data, name), name)
  return data
}

describe('the first start', () => {
  it('takes a demo away that was cut off, and leaves what is not its own', () => {
    const data = halfTold()
    expect(isFirstStart(data)).toBe(true)
    expect(clearHalfToldDemo(data)).toBe(true)
    expect(readdirSync(data).filter(name => !name.startsWith('lock.db'))).toEqual(['mine.txt'])
    expect(clearHalfToldDemo(data)).toBe(false)
  })

  it('never touches a demo that is whole', () => {
    const data = halfTold()
    firstStartIsOver(data, true)
    expect(isFirstStart(data)).toBe(false)
    expect(clearHalfToldDemo(data)).toBe(false)
    expect(existsSync(join(data, 'table.db'))).toBe(true)
  })

  it('never touches one that a host is telling right now', () => {
    const data = halfTold()
    const release = lockDataFolder(data)
    expect(() => clearHalfToldDemo(data)).toThrow(HostFault)
    release()
    expect(existsSync(join(data, 'table.db'))).toBe(true)
  })

  it('has nothing to take away where the host never got as far as its table', () => {
    const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
    beginDemo(data)
    expect(clearHalfToldDemo(data)).toBe(false)
  })
})
