import { controlOf } from './connection.ts'
import type { Globals } from './main.ts'

export async function token(globals: Globals, person: string): Promise<void> {
  const control = controlOf(globals)
  const answer = (await control('token', { person })) as { token: string; subject: string }
  console.log(globals.json ? JSON.stringify(answer) : answer.token)
}
