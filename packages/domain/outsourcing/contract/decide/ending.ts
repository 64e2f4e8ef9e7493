import type { Env } from '../../../kernel/aggregate.ts'
import { invalid, ok, type Result } from '../../../kernel/result.ts'
import { localDateOf } from '../../../kernel/time.ts'
import type { Contract, Ending } from '../contract.ts'
import { type ContractEvent, contractEvents } from '../events.ts'
import type { BodyRef } from '../signature.ts'
import { about, allowed } from './guard.ts'

/**
 * One party ends the contract early (clause 4). 4(1) is a ground of the client, 4(2) one of the provider, whoever writes it
 * down; 4(3) and 4(4) are open to both. Service goes on to the end of the last service day; what it costs is settled by finance.
 */
export function giveNotice(contract: Contract, ending: Ending, env: Env): Result<ContractEvent[]> {
  const active = allowed(contract, 'give-notice')
  if (!active.ok) return active
  const { terms, progress } = active.value
  const { ground, by, noticeOn, lastServiceDay } = ending
  if ((ground === '4(1)' && by !== 'client') || (ground === '4(2)' && by !== 'provider'))
    return invalid('contract.ground-of-other-party', `ground ${ground} is not open to the ${by}`, { ground, by })
  const today = localDateOf(env.now, terms.billingZone)
  if (noticeOn > today) return invalid('contract.notice-in-future', `the notice of ${noticeOn} is later than today, ${today}`)
  if (lastServiceDay < noticeOn)
    return invalid('contract.last-day', `the last service day ${lastServiceDay} lies before the notice of ${noticeOn}`)
  if (lastServiceDay < terms.term.from || lastServiceDay >= terms.term.to)
    return invalid('contract.last-day', `the last service day ${lastServiceDay} lies outside the term`)
  if (lastServiceDay < progress.day && lastServiceDay < today)
    return invalid('contract.already-served', `service was given until ${progress.day} already`, { servedBefore: progress.day })
  return ok([contractEvents.noticeGiven.of({ ...about(contract), ending })])
}

/** Both agree to go on. */
export function takeBackNotice(contract: Contract, reason: BodyRef): Result<ContractEvent[]> {
  const active = allowed(contract, 'take-back-notice')
  if (!active.ok) return active
  if (!active.value.ending) return invalid('contract.no-notice', `no notice was given for contract ${contract.terms.number}`)
  return ok([contractEvents.noticeTakenBack.of({ ...about(contract), reason })])
}
