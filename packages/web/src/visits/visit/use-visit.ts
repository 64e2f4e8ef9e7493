import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import { getMaintenance, getVisit, listClientVisits, listVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import { useApiMutation } from '../../api/mutation.ts'
import { keyOf, queryClient, useApiQuery } from '../../api/query.ts'
import { sayDone } from '../../parts/states/toasts.ts'

export type VisitRef = { client: string; visit: string }

/** One visit, asked again every few seconds while it is looked at. */
export const useVisit = (ref: VisitRef) => useApiQuery(getVisit, { params: ref }, { live: true })

/**
 * A command on a visit: its answer is the visit as it is then, shown at once; the lists are asked again. `done` is said only where the
 * page itself does not show what has happened: a message would lie over the next step.
 */
export function useVisitCommand<R extends AnyRoute>(route: R, ref: VisitRef, done: string | undefined, onDone?: () => void) {
  return useApiMutation(route, {
    refreshes: [listVisits, listClientVisits, getMaintenance],
    onDone: answer => {
      const shown = answer.value as { id?: string }
      if (shown.id === ref.visit) queryClient.setQueryData(keyOf(getVisit, { params: ref }), answer)
      else void queryClient.invalidateQueries({ queryKey: keyOf(getVisit) })
      if (done) sayDone(done)
      onDone?.()
    },
  })
}
