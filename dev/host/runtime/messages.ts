/** What a function's worker is told at its start. */
export type Loaded = { file: string; handler: string; name: string; arn: string; memoryMb: number }
/** One call of the function: event as JSON, deadline in ms since the epoch. */
export type Invocation = { id: string; event: string; deadline: number; businessOffsetMs: number }
export type Failure = { errorType: string; errorMessage: string; trace?: string }
/** Result as JSON, or the error the handler threw. */
export type Reply = { id: string; result: string } | { id: string; failure: Failure }
