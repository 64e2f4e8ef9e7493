import { accessSync, constants, mkdirSync } from 'node:fs'
import { HostFault } from './fault.ts'

/** Makes a data folder where there is none. Throws `HostFault` when it can't be made or written. */
export function makeDataFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true })
    accessSync(data, constants.W_OK)
  } catch (cause) {
    throw new HostFault(`The data folder ${data} can't be written. Choose another with --data.`, { cause })
  }
}
