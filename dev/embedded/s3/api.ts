import type { DatabaseSync } from 'node:sqlite'
import type { EmbeddedService } from '../service.ts'

export type S3Action = 's3:GetObject' | 's3:PutObject' | 's3:DeleteObject' | 's3:ListBucket'

export interface S3Options {
  /** Shared state file; this part owns the table `s3_objects`. */
  state: DatabaseSync
  /** Data folder; contents lie in `files/` below it, named by their sha256. */
  dataDir: string
  /** Path prefix, default `/_local/s3`: the SDK's endpoint is `baseUrl + prefix`, path style. */
  prefix?: string
  /** Secret of an access key, undefined if it is unknown or expired. The session token is that of the request, if any. */
  secretOf: (accessKeyId: string, sessionToken: string | undefined) => string | undefined
  /** Whether the holder of the key may do this to `arn:aws:s3:::bucket/key` (or the bucket, for listing, with `s3:prefix` in the context). */
  authorize: (
    accessKeyId: string,
    action: S3Action,
    resourceArn: string,
    context: Record<string, string>,
  ) => boolean | Promise<boolean>
  /** Buckets that exist; any other name is NoSuchBucket. Default: every name exists. */
  bucketExists?: (bucket: string) => boolean
  /** Wall clock in ms since the epoch; default `Date.now`. */
  now?: () => number
  /** Largest object in bytes; default 64 MiB. */
  maxObjectBytes?: number
}

export interface StoredObject {
  bucket: string
  key: string
  size: number
  /** MD5 of the content, in quotes, as S3 answers it. */
  etag: string
  /** Hex. */
  sha256: string
  contentType: string
  contentDisposition: string | null
  /** User metadata, lower-case names without `x-amz-meta-`. */
  metadata: Record<string, string>
  /** ISO instant, wall clock. */
  lastModified: string
}

/** The part of S3 that Pactdesk uses, over files in the data folder. */
export interface S3StandIn extends EmbeddedService {
  /** Stored objects of a bucket whose key starts with the prefix, by key. For `verify` and tests; no authorization. */
  list(bucket: string, prefix?: string): StoredObject[]
  /** Content from disk; undefined if there is no such object. Throws if the file no longer has the sha256 it was stored under. */
  read(bucket: string, key: string): Buffer | undefined
}
