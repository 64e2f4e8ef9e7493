import { confirmUpload, requestUpload } from '@pactdesk/domain/tenancy/routes'
import { api } from '../../api/api.ts'
import { postToStore } from '../../parts/input/upload.ts'

/** Stores the picture of a signature (PNG data URL) and answers the file's id once the server has read it back. */
export async function storeSignature(client: string, png: string): Promise<string> {
  const bytes = Uint8Array.from(atob(png.slice(png.indexOf(',') + 1)), letter => letter.charCodeAt(0))
  const file = new File([bytes], 'signature.png', { type: 'image/png' })
  const body = { purpose: 'visit-signature', name: file.name, type: 'image/png', size: file.size } as const
  const { value: ticket } = await api.call(requestUpload, { params: { client }, body, idempotencyKey: crypto.randomUUID() })
  await postToStore(ticket, file, () => undefined)
  const { value } = await api.call(confirmUpload, { params: { client, file: ticket.id }, body: {} })
  return value.id
}
