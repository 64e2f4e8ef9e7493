import { serverClock } from '../time/server-clock.ts'
import { ticker } from '../time/ticker.ts'
import { connection } from './connection.ts'

const expired = new Set<() => void>()

/** Called whenever the server answers 401: the session has ended. */
export function onUnauthorized(listener: () => void): () => void {
  expired.add(listener)
  return () => expired.delete(listener)
}

/** `fetch` that learns the server's business time, the state of the connection and of the session from every answer. */
export const observedFetch: typeof fetch = async (input, init) => {
  const sentAt = Date.now()
  let answer: Response
  try {
    answer = await fetch(input, init)
  } catch (failure) {
    // An aborted request says nothing about the connection.
    if (!init?.signal?.aborted) connection.lost()
    throw failure
  }
  connection.works()
  const businessNow = answer.headers.get('x-pactdesk-business-now')
  if (businessNow) {
    const before = serverClock.at(sentAt)
    serverClock.observe(businessNow, sentAt, Date.now())
    if (Math.abs(serverClock.at(sentAt) - before) > 1000) ticker.announce()
  }
  if (answer.status === 401) for (const listener of expired) listener()
  return answer
}
