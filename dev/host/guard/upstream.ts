import { connect, type Socket } from 'node:net'

export type Answer = { status: number; contentType: string; body: Buffer }
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/**
 * Sends DynamoDB requests to an emulator over raw keep-alive sockets: one request at a time a socket, sockets reused, answers
 * with `Content-Length` only (the emulator sends nothing else). A socket that dies with a request under way rejects it: the
 * caller's SDK decides about a retry.
 */
export class Upstream {
  readonly #host: string
  readonly #port: number
  readonly #idle: Connection[] = []

  constructor(host: string, port: number) {
    this.#host = host
    this.#port = port
  }

  send(target: string, body: string): Promise<Answer> {
    const payload = Buffer.from(body)
    const head = `POST / HTTP/1.1\r\nHost: ${this.#host}:${this.#port}\r\nX-Amz-Target: ${target}\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local\r\nContent-Length: ${payload.length}\r\n\r\n`
    const connection = this.#alive() ?? new Connection(this.#host, this.#port, free => this.#idle.push(free))
    return connection.send(Buffer.concat([Buffer.from(head), payload]))
  }

  #alive(): Connection | undefined {
    let connection = this.#idle.pop()
    while (connection?.dead) connection = this.#idle.pop()
    return connection
  }

  close(): void {
    for (const connection of this.#idle.splice(0)) connection.close()
  }
}

class Connection {
  readonly #socket: Socket
  readonly #free: (connection: Connection) => void
  #waiting: Waiting | undefined
  #chunks: Buffer[] = []
  #received = 0
  #expected: { head: number; total: number; status: number; contentType: string } | undefined
  dead = false

  constructor(host: string, port: number, free: (connection: Connection) => void) {
    this.#free = free
    this.#socket = connect({ host, port, noDelay: true })
    this.#socket.on('data', chunk => this.#read(chunk as Buffer))
    this.#socket.on('error', error => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the table closed the connection')))
  }

  send(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.dead) return reject(new Error('the table closed the connection'))
      this.#waiting = { resolve, reject }
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #fail(error: Error): void {
    this.dead = true
    this.#waiting?.reject(error)
    this.#waiting = undefined
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#received += chunk.length
    if (!this.#expected && !this.#readHead()) return
    const { head, total, status, contentType } = this.#expected!
    if (this.#received < total) return
    const whole = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
    const waiting = this.#waiting
    this.#chunks = []
    this.#received = 0
    this.#expected = undefined
    this.#waiting = undefined
    this.#free(this)
    waiting?.resolve({ status, contentType, body: whole.subarray(head, total) })
  }

  #readHead(): boolean {
    const seen = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks)
    this.#chunks = [seen]
    const end = seen.indexOf('\r\n\r\n')
    if (end === -1) return false
    const text = seen.toString('latin1', 0, end)
    const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
    if (length === undefined) {
      this.#fail(new Error('the table answered without Content-Length'))
      this.#socket.destroy()
      return false
    }
    this.#expected = {
      head: end + 4,
      total: end + 4 + Number(length),
      status: Number(text.slice(9, 12)),
      contentType: /\r\ncontent-type: *([^\r]+)/i.exec(text)?.[1] ?? 'application/x-amz-json-1.0',
    }
    return true
  }
}
