import type { English } from '../areas.ts'
import type words from '../zh-CN/problems.ts'

/** Only what the gateway refuses before the product is asked; all else the server says in English itself, with its values. */
export default {
  http: {
    401: 'Your session has ended. Sign in again.',
    413: 'This is too large to be sent.',
    429: 'Too many requests. Wait a moment and try again.',
    503: 'The service is not available for the moment. Try again soon.',
  },
} satisfies { http: Pick<English<typeof words>['http'], 401 | 413 | 429 | 503> }
