import { createHash } from 'node:crypto'
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Received } from '@pactdesk/domain/tenancy/files/file'
import { maxFileBytes } from '@pactdesk/domain/tenancy/files/purposes'
import type { Credentials } from '../table/credentials.ts'
import { type Database, env } from '../table/database.ts'

/** Seconds that an upload form and a download address are good for (wall clock). */
export const uploadSeconds = 900
export const downloadSeconds = 300
const headBytes = 4096

type Options = { bucket: string; credentials: () => Promise<Credentials>; endpoint?: string; region?: string }

/**
 * Files of one tenant in S3, under credentials that open its keys alone. What is uploaded is read back here: size, sha256 and the
 * first bytes are facts, not what a browser claims.
 */
export class FileStore {
  readonly #bucket: string
  readonly #client: S3Client

  constructor({ bucket, credentials, endpoint, region }: Options) {
    this.#bucket = bucket
    this.#client = new S3Client({
      credentials,
      ...(endpoint && { endpoint }),
      ...(region && { region }),
      forcePathStyle: endpoint !== undefined || process.env.AWS_ENDPOINT_URL_S3 !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  /** A form that stores one object under exactly this key and type, of at most `maxBytes`. */
  async uploadForm(key: string, type: string, maxBytes = maxFileBytes): Promise<{ url: string; fields: Record<string, string> }> {
    return createPresignedPost(this.#client, {
      Bucket: this.#bucket,
      Key: key,
      Fields: { 'Content-Type': type },
      Conditions: [
        ['content-length-range', 1, maxBytes],
        ['eq', '$Content-Type', type],
      ],
      Expires: uploadSeconds,
    })
  }

  /** Always an attachment with its own name: nothing that people upload is shown in the product's origin. */
  async downloadUrl(key: string, name: string, type: string): Promise<string> {
    const command = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      ResponseContentType: type,
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
    })
    return getSignedUrl(this.#client, command, { expiresIn: downloadSeconds })
  }

  /** What has arrived under the key; undefined while nothing has. A larger object than allowed is not read. */
  async received(key: string): Promise<Received | undefined> {
    const size = await this.#size(key)
    if (size === undefined) return undefined
    if (size > maxFileBytes) return { size, sha256: '', head: new Uint8Array() }
    const bytes = await this.read(key)
    return bytes && { size: bytes.length, sha256: sha256(bytes), head: bytes.subarray(0, headBytes) }
  }

  async read(key: string): Promise<Buffer | undefined> {
    try {
      const answer = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }))
      return Buffer.from(await answer.Body!.transformToByteArray())
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  /**
   * Keeps what was looked at, under a key to which no upload form leads: a form stays good for a while and could be sent again.
   * False when the bytes are no longer those: nothing is kept then.
   */
  async keep(from: string, to: string, type: string, expected: string): Promise<boolean> {
    const bytes = await this.read(from)
    if (!bytes || sha256(bytes) !== expected) return false
    await this.put(to, bytes, type)
    return true
  }

  /** Stores what the product made itself, such as a contract's PDF. */
  async put(key: string, bytes: Uint8Array, type: string): Promise<{ size: number; sha256: string }> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: bytes, ContentType: type }))
    return { size: bytes.length, sha256: sha256(bytes) }
  }

  async #size(key: string): Promise<number | undefined> {
    try {
      return (await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key }))).ContentLength ?? 0
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }
}

const stores = new WeakMap<Database, FileStore>()

/** The store under the credentials of a database: the same tags open the same tenant's rows and files. */
export function fileStoreOf(database: Database): FileStore {
  let store = stores.get(database)
  if (!store) {
    store = new FileStore({ bucket: env('FILES_BUCKET'), credentials: database.credentials })
    stores.set(database, store)
  }
  return store
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

/** Without the right to list the bucket S3 answers 403, not 404, for a key that does not exist. */
function isMissing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
  return status === 404 || status === 403
}
