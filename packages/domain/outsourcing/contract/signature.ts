import * as z from 'zod'
import { FileRef, Id, Sha256 } from '../../kernel/ids.ts'
import { Instant, LocalDate } from '../../kernel/time.ts'

/** Text kept beside the history: personal data or free text. The event holds its id and sha256, so it can be erased. */
export const BodyRef = z.object({ id: Id, sha256: Sha256 }).meta({ id: 'BodyRef' })
export type BodyRef = z.infer<typeof BodyRef>

export const PartyRole = z.enum(['client', 'provider'])
export type PartyRole = z.infer<typeof PartyRole>

/** That a party has signed. Who did, with name, title and address, is in the evidence. `on` is the party's own date. */
export const Signature = z.discriminatedUnion('by', [
  z.object({ by: z.literal('portal'), at: Instant, on: LocalDate, documentSha256: Sha256, evidence: BodyRef }),
  z.object({ by: z.literal('paper'), on: LocalDate, scan: FileRef.optional(), documentSha256: Sha256.optional() }),
])
export type Signature = z.infer<typeof Signature>

/** Pen strokes on a pad: each stroke is `x0, y0, x1, y1, …` in pixels of a pad of `width` × `height`. */
export const Strokes = z
  .object({
    width: z.int().min(1).max(4_000),
    height: z.int().min(1).max(4_000),
    lines: z
      .array(z.array(z.int().min(-100).max(4_100)).min(2).max(2_000))
      .min(1)
      .max(200),
  })
  .meta({ id: 'SignatureStrokes' })
export type Strokes = z.infer<typeof Strokes>

/** What a person sends to sign on the screen. `clausesRead` of the printed clauses they have scrolled through. */
export const SignRequest = z
  .object({
    documentSha256: Sha256,
    clausesRead: z.int().min(0),
    consent: z.literal(true),
    name: z.string().trim().min(1).max(80),
    title: z.string().trim().min(1).max(80),
    strokes: Strokes.optional(),
    /** Id of a stored picture of the signature or company chop, instead of strokes. */
    image: Id.optional(),
  })
  .refine(({ strokes, image }) => !(strokes && image), { error: 'strokes or an image, not both', path: ['image'] })
  .meta({ id: 'SignRequest' })
export type SignRequest = z.infer<typeof SignRequest>

/** What is kept of a signature on the screen: body text as canonical JSON, its sha256 in the event. */
export const SignatureEvidence = z
  .object({
    party: PartyRole,
    name: z.string(),
    title: z.string(),
    at: Instant,
    /** Address the request came from. */
    address: z.string(),
    /** Who was signed in. */
    account: z.string(),
    documentSha256: Sha256,
    clausesRead: z.int(),
    consent: z.object({ zh: z.string(), en: z.string() }),
    strokes: Strokes.optional(),
    image: FileRef.optional(),
  })
  .meta({ id: 'SignatureEvidence' })
export type SignatureEvidence = z.infer<typeof SignatureEvidence>
