import type { Aggregate } from '@pactdesk/domain/kernel/aggregate'
import { bankLineAggregate } from '@pactdesk/domain/outsourcing/billing/bank/bank-line'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { monthAggregate } from '@pactdesk/domain/outsourcing/billing/month/aggregate'
import { settlementAggregate } from '@pactdesk/domain/outsourcing/billing/settlement/settlement'
import { contractAggregate } from '@pactdesk/domain/outsourcing/contract/index'
import { visitAggregate } from '@pactdesk/domain/outsourcing/field-service/index'
import { importAggregate, notesAggregate } from '@pactdesk/domain/service-desk/index'
import { deviceAggregate } from '@pactdesk/domain/service-support/configuration/index'
import { ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import {
  clientAggregate,
  contactAggregate,
  providerAggregate,
  siteAggregate,
  staffAggregate,
} from '@pactdesk/domain/tenancy/index'

// biome-ignore lint/suspicious/noExplicitAny: aggregates of all kinds in one list
export type AnyAggregate = Aggregate<any, any>

/** Every aggregate the product keeps: what `verify` checks, `rebuild` recomputes and the tick can wake. */
export const aggregates: readonly AnyAggregate[] = [
  providerAggregate,
  staffAggregate,
  clientAggregate,
  siteAggregate,
  contactAggregate,
  deviceAggregate,
  contractAggregate,
  ticketAggregate,
  notesAggregate,
  importAggregate,
  visitAggregate,
  monthAggregate,
  billAggregate,
  bankLineAggregate,
  settlementAggregate,
]
