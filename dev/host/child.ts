import { spawnSync } from 'node:child_process'

/** Command and arguments that run a program so that the kernel kills it when we die, where `setpriv` can arrange that. */
export function boundToUs(command: string, args: string[]): [string, string[]] {
  return canBind() ? ['setpriv', ['--pdeathsig', 'KILL', '--', command, ...args]] : [command, args]
}

let known: boolean | undefined
function canBind(): boolean {
  known ??= spawnSync('setpriv', ['--pdeathsig', 'KILL', '--', 'true'], { stdio: 'ignore' }).status === 0
  return known
}
