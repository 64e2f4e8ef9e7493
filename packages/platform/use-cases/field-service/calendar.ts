import type { LocalDate } from '@pactdesk/domain/kernel/time'
import type { Visit } from '@pactdesk/domain/outsourcing/field-service/index'
import { dayKind, isWorkingDay } from '@pactdesk/domain/service-delivery/service-level/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { termsOfVersion } from '../contract/register.ts'

/** What the pinned contract's calendar says of a date; a dispatch for a ticket may be on any day. */
export async function dayOf(
  uow: UnitOfWork,
  visit: Visit,
  date: LocalDate,
): Promise<{ workingDay: boolean; provisional: boolean }> {
  if (!visit.contract) return { workingDay: true, provisional: false }
  const { calendar } = await termsOfVersion(uow, visit.client, { contract: visit.contract.id, version: visit.contract.version })
  return { workingDay: isWorkingDay(calendar, date), provisional: dayKind(calendar, date).provisional }
}
