import { controlOf } from './connection.ts'
import type { Globals } from './main.ts'

type Options = { key: string; name: string; nameEn?: string; admin: string; adminName?: string; password?: string }

export async function createProvider(globals: Globals, options: Options): Promise<void> {
  const control = controlOf(globals)
  const adminName = options.adminName ?? options.admin
  const answer = (await control('provision', {
    key: options.key,
    name: { zh: options.name, en: options.nameEn ?? options.name },
    admin: {
      email: options.admin,
      name: { zh: adminName, en: adminName },
      ...(options.password && { password: options.password }),
    },
  })) as { provider: string; link?: string }
  if (globals.json) console.log(JSON.stringify(answer))
  else
    console.log(
      `provider ${answer.provider} is there${answer.link ? `; the administrator sets a password at ${answer.link}` : ''}`,
    )
}
