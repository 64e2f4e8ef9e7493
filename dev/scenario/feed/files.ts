import { createHash } from 'node:crypto'
import { confirmUpload, requestUpload } from '@pactdesk/domain/tenancy/routes'
import type { Person } from '../people.ts'
import type { World } from '../world.ts'

/** The smallest PDF: a receipt without words. */
const receipt = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)

/** Uploads a supplier's receipt as a browser does: ask for a form, post it to the store, tell the server. Answers the file's id. */
export async function uploadReceipt({ as, product, names: { client } }: World, person: Person, name: string): Promise<string> {
  const sha256 = createHash('sha256').update(receipt).digest('hex')
  const type = 'application/pdf' as const
  const body = { purpose: 'receipt' as const, name: `${name}.pdf`, type, size: receipt.length, sha256 }
  const { id, url, fields } = (await as[person].call(requestUpload, { params: { client }, body })).value
  const form = new FormData()
  for (const [field, text] of Object.entries(fields)) form.set(field, text)
  form.set('file', new Blob([receipt], { type }), `${name}.pdf`)
  const { fetch: send = fetch } = product
  const stored = await send(url, { method: 'POST', body: form })
  if (!stored.ok) throw new Error(`upload of ${name}: ${stored.status} ${await stored.text()}`)
  await as[person].call(confirmUpload, { params: { client, file: id }, body: {} })
  return id
}
