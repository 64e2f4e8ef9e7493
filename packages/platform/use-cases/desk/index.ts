import { feedHandlers } from './feed.ts'
import { figureHandlers } from './figures.ts'
import { importHandlers } from './import.ts'
import { listHandlers } from './lists.ts'
import { matrixHandlers } from './matrix.ts'
import { openHandlers } from './open.ts'
import { progressHandlers } from './progress.ts'
import { promiseHandlers } from './promises.ts'
import { readHandlers } from './reads.ts'
import { talkHandlers } from './talk.ts'
import { workHandlers } from './work.ts'

export { ticketTimer } from './timer.ts'

/** Operations of the service desk, group `desk`. */
export const handlers = [
  ...listHandlers,
  ...openHandlers,
  ...readHandlers,
  ...talkHandlers,
  ...progressHandlers,
  ...promiseHandlers,
  ...workHandlers,
  ...feedHandlers,
  ...figureHandlers,
  ...importHandlers,
  ...matrixHandlers,
]
