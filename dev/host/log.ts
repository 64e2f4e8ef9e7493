import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Bytes after which `host.log` starts anew at the next start; the one before is kept as `host.log.1`. */
const keepUnder = 10 * 1024 * 1024

/** Appends lines with their wall instant to `host.log` in the data folder. */
export function fileLog(folder: string): (line: string) => void {
  const file = join(folder, 'host.log')
  if (existsSync(file) && statSync(file).size > keepUnder) renameSync(file, `${file}.1`)
  return line => appendFileSync(file, `${new Date().toISOString()} ${line}\n`)
}
