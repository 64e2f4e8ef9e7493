import { Bill, billMachine } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { Month, monthMachine } from '@pactdesk/domain/outsourcing/billing/month/month'
import { Contract, contractMachine } from '@pactdesk/domain/outsourcing/contract/contract'
import { Visit, visitMachine } from '@pactdesk/domain/outsourcing/field-service/visit'
import { ItemState } from '@pactdesk/domain/outsourcing/metering/item-state'
import { itemTransitions } from '@pactdesk/domain/outsourcing/metering/transitions'
import { ImportJob, importMachine } from '@pactdesk/domain/service-desk/import/job'
import { Device, deviceMachine } from '@pactdesk/domain/service-support/configuration/device'
import { TicketStatus, ticketTransitions } from '@pactdesk/domain/service-support/incident/states'
import { clientMachine } from '@pactdesk/domain/tenancy/client/aggregate'
import { Client } from '@pactdesk/domain/tenancy/client/client'
import { contactMachine } from '@pactdesk/domain/tenancy/contact/aggregate'
import { siteMachine } from '@pactdesk/domain/tenancy/site/aggregate'
import { Site } from '@pactdesk/domain/tenancy/site/site'
import { staffMachine } from '@pactdesk/domain/tenancy/staff/aggregate'
import * as z from 'zod'

/** One arrow. `none` is what does not exist yet. */
export type Transition = { from: string; command: string; to: string }
type Row = { from: string | readonly string[]; command: string; to: string | readonly string[] }

export type Machine = {
  name: string
  module: string
  initial: string
  transitions: Transition[]
  /** States that the stored type allows, where it names them. */
  states?: string[]
}

/** Every state machine of the domain, from the tables by which the code itself decides. */
export const machines: readonly Machine[] = [
  machine('Ticket', 'service-support/incident', 'new', ticketTransitions, TicketStatus),
  machine('Contract', 'outsourcing/contract', 'none', contractMachine, Contract),
  machine('Visit', 'outsourcing/field-service', 'planned', visitMachine, Visit),
  machine('Source item', 'outsourcing/metering', 'waiting', itemTransitions, ItemState),
  machine('Billing month', 'outsourcing/billing', 'open', monthMachine, Month),
  machine('Bill', 'outsourcing/billing', 'none', billMachine, Bill),
  machine('Device', 'service-support/configuration', 'none', deviceMachine, Device),
  machine('Import', 'service-desk', 'running', importMachine, ImportJob),
  machine('Client', 'tenancy', 'active', clientMachine, Client),
  machine('Site', 'tenancy', 'open', siteMachine, Site),
  machine('Contact', 'tenancy', 'listed', contactMachine),
  machine('Staff member', 'tenancy', 'none', staffMachine),
]

function machine(name: string, module: string, initial: string, rows: readonly Row[], schema?: z.ZodType): Machine {
  const transitions = rows.flatMap(({ from, command, to }) =>
    [from].flat().flatMap(source => [to].flat().map(target => ({ from: source, command, to: target }))),
  )
  return { name, module, initial, transitions, ...(schema && { states: statesOf(schema) }) }
}

/** The literals of `status` in a union of states, or of a schema that is the status itself. */
function statesOf(schema: z.ZodType): string[] {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node
  const found = new Set<string>()
  collect(whole)
  return [...found]

  function collect(node: Node): void {
    if (node.$ref) collect(whole.$defs![node.$ref.replace('#/$defs/', '')]!)
    for (const branch of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) collect(branch)
    if (node.properties?.status) collect(node.properties.status)
    for (const name of node.enum ?? (node.const ? [node.const] : [])) found.add(name)
  }
}
type Node = {
  $ref?: string
  $defs?: Record<string, Node>
  anyOf?: Node[]
  oneOf?: Node[]
  properties?: { status?: Node }
  enum?: string[]
  const?: string
}
