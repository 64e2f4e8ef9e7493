import type { Objects } from './objects.ts'
import type { XmlValue } from './xml.ts'

/** ListObjectsV2 of a bucket: prefix, delimiter, start-after, continuation-token, max-keys (at most 1,000). */
export function listing(objects: Objects, bucket: string, query: URLSearchParams): XmlValue {
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const maxKeys = Math.min(Math.max(Number(query.get('max-keys') ?? 1000) || 0, 0), 1000)
  const token = query.get('continuation-token')
  const after = token ? Buffer.from(token, 'base64url').toString('utf8') : (query.get('start-after') ?? '')

  const contents: XmlValue[] = []
  const folders = new Set<string>()
  let last = after
  let truncated = false
  for (const object of objects.list(bucket, prefix, after)) {
    const cut = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1
    const folder = cut < 0 ? undefined : object.key.slice(0, cut + delimiter.length)
    // A token that lies in a folder has already told of the folder.
    const told = folder !== undefined && (folders.has(folder) || after.startsWith(folder))
    if (!told && contents.length + folders.size === maxKeys) {
      truncated = true
      break
    }
    last = object.key
    if (folder === undefined) {
      contents.push({
        Key: object.key,
        LastModified: object.lastModified,
        ETag: object.etag,
        Size: object.size,
        StorageClass: 'STANDARD',
      })
    } else if (!told) folders.add(folder)
  }
  return {
    Name: bucket,
    Prefix: prefix,
    Delimiter: delimiter || undefined,
    MaxKeys: maxKeys,
    KeyCount: contents.length + folders.size,
    IsTruncated: truncated,
    ContinuationToken: token ?? undefined,
    NextContinuationToken: truncated ? Buffer.from(last).toString('base64url') : undefined,
    Contents: contents,
    CommonPrefixes: [...folders].map(folder => ({ Prefix: folder })),
  }
}
