/** A form of the object store: `fields` first, the bytes as `file` last; good for a few minutes. */
export type UploadTicket = { url: string; fields: Record<string, string> }

/** Sends the bytes by presigned POST. Progress is a share 0–1. XMLHttpRequest, because fetch tells no upload progress. */
export function postToStore(
  ticket: UploadTicket,
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const form = new FormData()
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value)
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`the store answered ${request.status}`))
    request.onerror = () => reject(new Error('the store can not be reached'))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', ticket.url)
    request.send(form)
  })
}
