import { dispatchHandlers } from './dispatch.ts'
import { fileHandlers } from './files.ts'
import { journeyHandlers } from './journey.ts'
import { listHandlers } from './lists.ts'
import { monthHandlers } from './month.ts'
import { reportHandlers } from './report.ts'
import { workHandlers } from './work.ts'

export { maintenanceOf, visitsOfMonth } from './month.ts'
export { planDueVisits } from './planning.ts'

/** Operations of visits, group `desk`. */
export const handlers = [
  ...listHandlers,
  ...fileHandlers,
  ...dispatchHandlers,
  ...journeyHandlers,
  ...workHandlers,
  ...reportHandlers,
  ...monthHandlers,
]
