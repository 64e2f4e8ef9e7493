import type { ProviderCard } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { publishedProvider } from './records.ts'

/** What the provider publishes of itself: all that a client's people may read of it. */
export const readCard = async (uow: UnitOfWork): Promise<ProviderCard | undefined> =>
  (await uow.getRecord(publishedProvider, 'provider'))?.value
