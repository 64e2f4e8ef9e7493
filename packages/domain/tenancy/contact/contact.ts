import * as z from 'zod'
import { ClientRole } from '../../kernel/context.ts'
import type { Identity } from '../words.ts'

export const ContactAccess = z.object({ roles: z.array(ClientRole).min(1).max(3) })

/** A person of a client. Most only have a name and a telephone; `identity` and `roles` are there for those who may sign in. */
export type Contact =
  | { status: 'listed'; id: string; client: string }
  | { status: 'member'; id: string; client: string; identity: Identity; roles: ClientRole[] }
  | { status: 'left'; id: string; client: string }
