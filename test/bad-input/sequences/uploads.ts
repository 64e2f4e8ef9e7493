import { createHash } from 'node:crypto'
import { signContractOnPaper } from '@pactdesk/domain/outsourcing/contract/routes'
import { confirmUpload, getFile, requestUpload } from '@pactdesk/domain/tenancy/routes'
import { expect, it } from 'vitest'
import { accepted, effects, refused, type Scene } from '../case.ts'
import { ask } from '../request.ts'

type Form = { id: string; url: string; fields: Record<string, string> }
const pdf = Buffer.from('%PDF-1.7\n% a scan\n')
const sha256 = createHash('sha256').update(pdf).digest('hex')
const file = { purpose: 'contract-scan', name: 'scan.pdf', type: 'application/pdf', size: pdf.length }

const want = async (scene: Scene, changes: object = {}, client = scene.world.other.client): Promise<Form> =>
  (await accepted(scene, requestUpload, { ...file, ...changes }, { params: { client } })).value

/** Sends bytes to the store with the form's fields, some of them changed; answers the store's status and what that changed. */
async function put(
  { watch }: Scene,
  { url, fields }: Form,
  bytes: Uint8Array<ArrayBuffer>,
  changes: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value)
  form.append('file', new Blob([bytes]), 'scan.pdf')
  const { status } = await fetch(url, { method: 'POST', body: form })
  return { status, changed: await watch.changes() }
}

const bytes = Uint8Array.from(pdf)

/** What arrives in the store, or does not. */
export function uploads(scene: () => Scene): void {
  const params = (id: string) => ({ client: scene().world.other.client, file: id })
  const confirm = (id: string) => () => ask(confirmUpload, {}, { params: params(id) })
  const paper = (scan: string) => () =>
    ask(
      signContractOnPaper,
      { providerSignedOn: '2027-03-01', clientSignedOn: '2027-03-01', scan },
      { params: { client: scene().world.other.client, contract: scene().world.other.offer.id } },
    )

  it.each<[string, Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
    ['under another type', bytes, { 'Content-Type': 'text/html' }, 403],
    ['under another key', bytes, { key: 'p/provider/c/HEXI/contract-scan/x.pdf' }, 403],
    ['with a signature of its own', bytes, { 'X-Amz-Signature': 'f'.repeat(64) }, 403],
    ['of more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), {}, 400],
    ['of nothing', new Uint8Array(), {}, 400],
  ])('bytes %s are not stored, and confirming says so', async (_, content, changes, status) => {
    const form = await want(scene())
    expect(await put(scene(), form, content, changes)).toEqual({ status, changed: [] })
    await refused(scene(), { request: confirm(form.id), status: 409, code: 'tenancy.file-missing' })
  })

  it('other bytes than announced are never taken for the file', async () => {
    const form = await want(scene(), { sha256: 'b'.repeat(64) })
    expect((await put(scene(), form, bytes)).status).toBeLessThan(300)
    await refused(scene(), { request: confirm(form.id), status: 409, code: 'tenancy.file-altered' })
    await refused(scene(), {
      request: () => ask(getFile, undefined, { params: params(form.id) }),
      status: 409,
      code: 'tenancy.file-awaited',
    })
  })

  it('a page of script that says it is a PDF is not taken', async () => {
    const form = await want(scene())
    await put(scene(), form, Uint8Array.from(Buffer.from('<script>')))
    await refused(scene(), { request: confirm(form.id), status: 422, code: 'tenancy.file-content' })
  })

  it('a contract is signed on paper only with a stored scan of its own client, uploaded as one', async () => {
    const awaited = await want(scene())
    await refused(scene(), { request: paper(awaited.id), status: 409, code: 'tenancy.file-awaited' })
    const foreign = await stored(scene(), {}, 'HEXI')
    await refused(scene(), { request: paper(foreign), status: 404, code: 'tenancy.no-file' })
    const note = await stored(scene(), { purpose: 'evidence' })
    await refused(scene(), { request: paper(note), status: 404, code: 'tenancy.no-file' })
  })

  it('the form sent again does not change a stored file under those who refer to it', async () => {
    const form = await want(scene(), { sha256 })
    await put(scene(), form, bytes)
    await accepted(scene(), confirmUpload, {}, { params: params(form.id) })
    await put(scene(), form, Uint8Array.from(Buffer.from('%PDF-1.7\n% another page\n')))
    const { url } = (await accepted(scene(), getFile, undefined, { params: params(form.id) })).value
    const served = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(served.equals(pdf)).toBe(true)
    const { value, changed } = await accepted(scene(), confirmUpload, {}, { params: params(form.id) })
    expect([value.sha256, effects(changed)]).toEqual([sha256, []])
  })

  async function stored(at: Scene, changes: object, client = at.world.other.client): Promise<string> {
    const form = await want(at, changes, client)
    await put(at, form, bytes)
    await accepted(at, confirmUpload, {}, { params: { client, file: form.id } })
    return form.id
  }
}
