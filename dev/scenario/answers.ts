import { type Mark, type Request, type RequestName, requests } from './requests.ts'
import type { World } from './world.ts'

/** What a request was answered, or how it was refused. */
export type Answer = { request: string; body: unknown } | { request: string; error: string }

/** Answers by request; more than one where the request is sent for each ticket. */
export type Answers = Map<RequestName, Answer[]>

/** Sends every request of this moment. A refusal is an answer too: it fails the figures that would be read from it. */
export async function collect(world: World, when: Mark, answers: Answers): Promise<void> {
  for (const [name, request] of Object.entries(requests) as [RequestName, Request][]) {
    if (request.when !== when) continue
    const given: Answer[] = []
    for (const one of request.each(world) ?? [{ id: '' }]) given.push(await answerTo(world, request, one))
    answers.set(name, given)
  }
}

async function answerTo(world: World, request: Request, one: { id: string }): Promise<Answer> {
  try {
    const { url, value } = await request.send(world, one)
    return { request: `GET ${url}`, body: value }
  } catch (error) {
    return { request: world.lastRequest(), error: error instanceof Error ? error.message : String(error) }
  }
}
