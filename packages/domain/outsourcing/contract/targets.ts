import type { Target } from '../../service-delivery/service-level/index.ts'
import type { ContractTerms } from './terms.ts'

/** The promises of a contract as rows, in the order of its clauses. No row, no promise; arrival is never paused. */
export function targetsOf(terms: ContractTerms): Target[] {
  const site = { site: 'arrivalMinutes' } as const
  const arrival = { promise: 'arrival', pausedBy: [] } as const
  const severeArrival = { ...arrival, clause: '3(7)', basis: 'elapsed', minutes: terms.severeArrivalMinutes } as const
  const { restore, response, pauseReasons } = terms
  const targets: Target[] = [
    { ...arrival, clause: '3(6)', basis: 'working', minutes: site, when: { severity: 'ordinary', requested: 'any' } },
    { ...arrival, clause: '3(6)', basis: 'working', minutes: site, when: { severity: 'severe', requested: 'inside' } },
    { ...severeArrival, when: { severity: 'severe', requested: 'outside' } },
  ]
  if (terms.severeAtClosing)
    targets.push({ ...severeArrival, when: { severity: 'severe', requested: 'inside', joins: 'at-closing' } })
  if (restore) {
    const restoring = { promise: 'restore', clause: '7(a)', pausedBy: pauseReasons } as const
    const severe = restore.severeMinutes !== undefined
    targets.push({
      ...restoring,
      basis: 'working',
      minutes: restore.minutes,
      when: { severity: severe ? 'ordinary' : 'any', requested: 'any' },
    })
    if (restore.severeMinutes !== undefined)
      targets.push({
        ...restoring,
        basis: 'elapsed',
        minutes: restore.severeMinutes,
        when: { severity: 'severe', requested: 'any' },
      })
  }
  if (response)
    targets.push({
      promise: 'respond',
      clause: '7(h)',
      basis: 'working',
      minutes: response.minutes,
      when: { severity: 'any', requested: 'any' },
      pausedBy: pauseReasons,
    })
  return targets
}

/** N of 3(6) for a site; undefined where the contract does not serve it. */
export const arrivalMinutesOf = (terms: ContractTerms, site: string): number | undefined =>
  terms.sites.find(known => known.site === site)?.arrivalMinutes
