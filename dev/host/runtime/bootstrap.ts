/**
 * Entry of a function's worker thread: imports the synthesized bundle once, then answers invocations, many at a time if asked.
 * Messages are strings where they are large: an event costs one copy, not a structured clone.
 */
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Failure, Invocation, Loaded, Reply } from './messages.ts'

const { file, handler, name, arn, memoryMb } = workerData as Loaded
type Handler = (event: unknown, context: unknown) => unknown
const port = parentPort!

const failure = (error: unknown): Failure =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, ...(error.stack && { trace: error.stack }) }
    : { errorType: 'Error', errorMessage: String(error) }

const bundle = (await import(pathToFileURL(file).href)) as Record<string, unknown>
const run = bundle[handler]
if (typeof run !== 'function') throw new Error(`${file} exports no function ${handler}`)

port.on('message', ({ id, event, deadline, businessOffsetMs }: Invocation) => {
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    clientContext: { businessOffsetMs },
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
  const settle = (reply: Reply) => port.postMessage(reply)
  new Promise(resolve => resolve((run as Handler)(JSON.parse(event), context))).then(
    value => settle({ id, result: JSON.stringify(value) ?? 'null' }),
    (error: unknown) => settle({ id, failure: failure(error) }),
  )
})
port.postMessage('ready')
