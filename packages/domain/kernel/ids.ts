import * as z from 'zod'

/** Ids become parts of keys, so they hold no `#`: 1–64 of `[0-9A-Za-z_-]`. */
export const Id = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}$/, 'an id has 1 to 64 letters, digits, "_" or "-"')
  .meta({ id: 'Id' })

/** Client key: also the client's id and the prefix of its ticket numbers (`LANHAI-123`). */
export const ClientKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,15}$/, 'a client key has 2 to 16 capital letters or digits and begins with a letter')
  .meta({ id: 'ClientKey' })

/** sha256 in lower-case hex. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Sha256' })

/** A stored file: what is signed or shown is its sha256, never a re-render. */
export const FileRef = z
  .object({
    key: z.string().max(512),
    name: z.string().max(200),
    type: z.string().max(100),
    size: z.int().min(0),
    sha256: Sha256,
  })
  .meta({ id: 'FileRef' })
export type FileRef = z.infer<typeof FileRef>
