import type { Answer, AnyRoute, CallOptions } from '@pactdesk/domain/kernel/client'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { api } from './api.ts'
import { Intention } from './intention.ts'
import { mayRetry } from './problem.ts'
import { refresh } from './query.ts'

type Options<R extends AnyRoute> = {
  /** Routes whose answers this changes. */
  refreshes?: readonly AnyRoute[]
  onDone?: (answer: Answer<R>) => void
}

/**
 * Sends a command. `send` resolves with the answer, or with `undefined` when it was refused (`error` says why, and text in
 * the form stays). A second click while it runs joins the first; a retry repeats the idempotency key.
 */
export function useApiMutation<R extends AnyRoute>(route: R, options: Options<R> = {}) {
  const intention = useRef(new Intention())
  const running = useRef<Promise<Answer<R> | undefined> | undefined>(undefined)
  const latest = useRef(options)
  latest.current = options

  const mutation = useMutation<Answer<R>, unknown, CallOptions<R>>({
    mutationFn: input => api.call(route, { ...input, idempotencyKey: intention.current.keyFor(input) }),
    onSuccess: async answer => {
      intention.current.settle()
      latest.current.onDone?.(answer)
      await refresh(...(latest.current.refreshes ?? []))
    },
    onError: error => {
      if (!mayRetry(error)) intention.current.settle()
    },
  })

  const { mutateAsync } = mutation
  const send = useCallback(
    (input: CallOptions<R>): Promise<Answer<R> | undefined> => {
      running.current ??= mutateAsync(input)
        // The refusal is in `error`, where the form shows it.
        .catch(() => undefined)
        .finally(() => {
          running.current = undefined
        })
      return running.current
    },
    [mutateAsync],
  )

  return { send, pending: mutation.isPending, error: mutation.error, done: mutation.isSuccess, reset: mutation.reset }
}
