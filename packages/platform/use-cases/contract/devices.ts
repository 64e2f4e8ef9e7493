import type { DeviceRow } from '@pactdesk/domain/service-support/configuration/index'
import type { z } from 'zod'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { deviceRows } from '../configuration/index.ts'

/** The client's devices that are in service now, from its list. */
export async function devicesInService(uow: UnitOfWork, client: string): Promise<z.infer<typeof DeviceRow>[]> {
  return (await deviceRows(uow, client)).filter(({ status }) => status === 'in-service')
}
