import type { AnyRoute } from './kernel/client.ts'
import * as month from './outsourcing/billing/month/routes.ts'
import * as bills from './outsourcing/billing/routes.ts'
import * as settlement from './outsourcing/billing/settlement/routes.ts'
import * as contracts from './outsourcing/contract/routes.ts'
import * as visits from './outsourcing/field-service/routes.ts'
import * as financial from './service-delivery/financial/routes.ts'
import * as matrix from './service-desk/matrix.ts'
import * as desk from './service-desk/routes.ts'
import * as devices from './service-support/configuration/routes.ts'
import * as tickets from './service-support/incident/routes.ts'
import * as tenancy from './tenancy/routes.ts'

const isRoute = (value: unknown): value is AnyRoute =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'response' in value

/** Every operation of the HTTP API: what OpenAPI describes and what the isolation tests attack. */
export const routes: readonly AnyRoute[] = [
  tenancy,
  devices,
  desk,
  matrix,
  tickets,
  visits,
  contracts,
  bills,
  month,
  settlement,
  financial,
].flatMap(module => Object.values(module).filter(isRoute))
