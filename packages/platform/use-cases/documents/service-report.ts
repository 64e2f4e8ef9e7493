import { createHash } from 'node:crypto'
import type { FileRef } from '@pactdesk/domain/kernel/ids'
import { wallTimeOf } from '@pactdesk/domain/kernel/time'
import { contractAggregate } from '@pactdesk/domain/outsourcing/contract/index'
import { reportDue, storeReport, type Visit, visitAggregate, visitEvents } from '@pactdesk/domain/outsourcing/field-service/index'
import { ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import { clientAggregate, providerAggregate, siteAggregate } from '@pactdesk/domain/tenancy/index'
import { type ServiceReportPdf, serviceReportPdf } from '../../documents/service-report-pdf.ts'
import { type Delivery, react } from '../../events/consumer.ts'
import { fileStoreOf } from '../../files/store.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { notesOf } from '../field-service/notes.ts'
import { checkRows, ticketWords } from './report-rows.ts'

type Concluded = { visit: string; client: string }

/**
 * Renders the service report of a visit that was signed, or accepted without signature, and stores it under the hash of its bytes.
 * Signed after it was accepted, the visit gets a report anew; the earlier one stays in the history.
 */
async function renderReport({ uow, ctx, event }: Delivery<Concluded>): Promise<void> {
  const { client, visit: id } = event.data
  const loaded = await uow.load(visitAggregate, { client, id })
  const visit = loaded.state
  if (!reportDue(visit) || visit.report) return
  const bytes = await serviceReportPdf(await pdfOf(uow, visit, await notesOf(uow, loaded), event.occurredAt))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = `p/${ctx.provider}/c/${client}/visit-report/${id}-${sha256.slice(0, 16)}.pdf`
  const { size } = await fileStoreOf(uow.database).put(key, bytes, 'application/pdf')
  const report: FileRef = { key, name: `service-report-${client}-${visit.date}.pdf`, type: 'application/pdf', size, sha256 }
  uow.append(loaded, storeReport(visit, report))
}

export const reportReactions = [react(visitEvents.signed, renderReport), react(visitEvents.unsignedAccepted, renderReport)]

type Concluding = Extract<Visit, { status: 'signed' | 'unsigned' }>

async function pdfOf(
  uow: UnitOfWork,
  visit: Concluding,
  notes: ReadonlyMap<string, string>,
  asOf: string,
): Promise<ServiceReportPdf> {
  const { client: id, arrival, begunAt, finishedAt, travel, zone } = visit
  const [client, provider, site, contract, tickets] = await Promise.all([
    uow.load(clientAggregate, { client: id, id }),
    uow.load(providerAggregate, { id: uow.ctx.provider }),
    uow.find(siteAggregate, { client: id, id: visit.site }),
    visit.contract && uow.find(contractAggregate, { client: id, id: visit.contract.id }),
    Promise.all(visit.tickets.map(number => uow.load(ticketAggregate, { client: id, id: number }))),
  ])
  const local = (at: string): string => wallTimeOf(at, zone).slice(0, 16).replace('T', ' ')
  const minutesOf = (ticket?: string): number => visit.shares.find(share => share.ticket === ticket)?.minutes ?? 0
  const maintenance = {
    number: '—',
    subject: visit.kind === 'make-up' ? '补做维护 Make-up maintenance' : '每月维护 Monthly maintenance',
    outcome: visit.month ?? '',
    minutes: minutesOf(),
  }
  const nameOf = (device: string | undefined) => visit.devices.find(known => known.id === device)?.name ?? device
  return {
    number: visit.id,
    provider: provider.state.name.zh,
    client: client.state.name.zh,
    site: site ? `${site.state.name.zh}　${site.state.address}` : visit.site,
    ...(contract && { contractNumber: contract.state.terms.number }),
    technician: visit.technician.name,
    date: visit.date,
    ...(travel && { travelFrom: local(travel.from) }),
    ...(arrival && { arrivedAt: local(arrival.at) }),
    begunAt: local(begunAt),
    finishedAt: local(finishedAt),
    tickets: [
      ...(visit.tasks.length > 0 ? [maintenance] : []),
      ...tickets.map(({ state }) => ({
        number: state.number,
        subject: state.subject,
        outcome: ticketWords[state.status],
        minutes: minutesOf(state.number),
      })),
    ],
    checks: checkRows(visit, notes),
    parts: visit.parts.map(({ name, quantity, serial, device, ticket }) => ({
      name: serial ? `${name}（${serial}）` : name,
      quantity: String(quantity),
      ...(device && { device: nameOf(device) }),
      ...(ticket && { ticket }),
    })),
    ...(await endOf(uow, visit, notes, local)),
    asOf,
  }
}

/** The signature, or why there is none and who answers for that. */
async function endOf(
  uow: UnitOfWork,
  visit: Concluding,
  notes: ReadonlyMap<string, string>,
  local: (at: string) => string,
): Promise<Pick<ServiceReportPdf, 'signature' | 'unsignedReason'>> {
  if (visit.status === 'unsigned') {
    const { absence, accepted } = visit
    const told = [notes.get(absence.note.id), accepted && `${accepted.by.name}：${notes.get(accepted.note.id) ?? ''}`]
    return { unsignedReason: told.filter(Boolean).join('；') }
  }
  const { signature } = visit
  const drawn =
    signature.how === 'on-device' && /^image\/(png|jpeg)$/.test(signature.strokes.type) ? signature.strokes : undefined
  const image = drawn && (await fileStoreOf(uow.database).read(drawn.key))
  const how = { 'on-device': '', typed: '（键入 typed）', portal: '（门户 portal）' }[signature.how]
  const name = `${notes.get(signature.name.id) ?? ''}${how}`
  return { signature: { name, at: local(signature.at), ...(image && { image }) } }
}
