import type { DueRule } from '@pactdesk/domain/outsourcing/billing/due-date'
import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import type { PauseReason } from '@pactdesk/domain/outsourcing/contract/terms'
import type { Money } from '../../format/money.ts'
import { type FormLine, formLinesOf, termLinesOf } from './fee-lines.ts'
import { calendarOf, type Hours, hoursOf } from './hours.ts'
import { percentOf, shareOf } from './share.ts'

/** A number field: empty while nobody has typed one. */
export type Count = number | undefined
export type FormSite = { site: string; name: string; nameEn: string; address: string; served: boolean; arrivalMinutes: Count }

/**
 * A contract as it is typed. Shares are typed in per cent; an optional term has its switch (`on`) beside its fields, so that
 * switching it off and on again loses nothing. `base` keeps what the form doesn't show (checklist, tax of parts).
 */
export type ContractForm = {
  base: Partial<DraftTerms>
  number: string
  client: DraftTerms['client']
  provider: DraftTerms['provider']
  signingPlace: string
  currency: string
  billingZone: string
  firstDay: string | undefined
  lastDay: string | undefined
  lines: FormLine[]
  paymentDue: DueForm
  paymentMeans: DraftTerms['paymentMeans'] & string[]
  lateFee: { on: boolean; percent: string; capped: boolean; cap: string }
  /** Absent: a calendar of its own that one day's hours can't say; it stays as it is in `base`. */
  hours: Hours | undefined
  sites: FormSite[]
  severeArrivalMinutes: Count
  severeAtClosing: boolean
  restore: { on: boolean; minutes: Count; severe: boolean; severeMinutes: Count }
  response: { on: boolean; minutes: Count }
  pauseReasons: PauseReason[]
  extras: { on: boolean; due: DueForm; lateFee: boolean }
  outOfScope: { on: boolean; rate: Money | undefined; discount: string; roundUp: Count }
  discountCard: { key: string; item: string; discount: string }[]
  allocation: { on: boolean; order: 'principal-first' | 'late-fee-first' }
  refund: 'pro-rata-by-day' | 'none'
  penalty: string
  partsLabourFree: boolean
  visitEvery: Count
  reinstall: { on: boolean; every: Count }
  standby: { on: boolean; by: string | undefined }
  trainings: Count
  accessLine: { on: boolean; carrier: string; mbps: string }
  arbitration: { on: boolean; name: string }
  reminderDays: Count
  otherTerms: { key: string; text: string }[]
}
export type DueForm = { days: Count; dayKind: DueRule['dayKind']; startDayCounts: boolean; roll: DueRule['roll'] }

const usualDue: DueForm = { days: 10, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' }

/** Terms as a form, for a new contract (template's defaults with what is known), a draft, or a renewal. */
export function formOf(terms: DraftTerms): ContractForm {
  const { lateFee, restore, response, extras, outOfScope, maintenance, accessLine, standbyServer } = terms
  return {
    base: terms,
    number: terms.number,
    client: terms.client,
    provider: terms.provider,
    signingPlace: terms.signingPlace ?? '',
    currency: terms.currency,
    billingZone: terms.billingZone,
    firstDay: terms.firstDay,
    lastDay: terms.lastDay,
    lines: formLinesOf(terms.feeLines),
    paymentDue: terms.paymentDue ?? { ...usualDue, days: 2 },
    paymentMeans: terms.paymentMeans ?? ['bank-transfer'],
    lateFee: {
      on: Boolean(lateFee),
      percent: lateFee ? percentOf(lateFee.ratePerDay) : '1',
      capped: lateFee?.capShare !== undefined,
      cap: lateFee?.capShare ? percentOf(lateFee.capShare) : '30',
    },
    hours: hoursOf(terms.calendar),
    sites: terms.sites.map(site => ({ nameEn: '', address: '', ...site, served: true })),
    severeArrivalMinutes: terms.severeArrivalMinutes,
    severeAtClosing: terms.severeAtClosing ?? true,
    restore: {
      on: restore !== undefined,
      minutes: restore?.minutes ?? 480,
      severe: restore === undefined || restore.severeMinutes !== undefined,
      severeMinutes: restore?.severeMinutes ?? 240,
    },
    response: { on: response !== undefined, minutes: response?.minutes ?? 30 },
    pauseReasons: terms.pauseReasons ?? [],
    extras: { on: extras !== undefined, due: extras?.due ?? usualDue, lateFee: extras?.lateFee ?? false },
    outOfScope: {
      on: outOfScope !== undefined,
      rate: outOfScope?.listRatePerHour,
      discount: outOfScope ? percentOf(outOfScope.discount) : '0',
      roundUp: outOfScope?.roundUpMinutes ?? 30,
    },
    discountCard: (terms.discountCard ?? []).map(({ item, discount }) => ({ key: item, item, discount: percentOf(discount) })),
    allocation: { on: terms.allocationOrder !== undefined, order: terms.allocationOrder ?? 'principal-first' },
    refund: terms.refund ?? 'pro-rata-by-day',
    penalty: percentOf(terms.penaltyRate ?? '0.10'),
    partsLabourFree: terms.partsLabourFree ?? true,
    visitEvery: maintenance?.everyMonths ?? 1,
    reinstall: { on: maintenance?.reinstall !== undefined, every: maintenance?.reinstall?.everyMonths ?? 6 },
    standby: { on: standbyServer !== undefined, by: standbyServer?.by },
    trainings: terms.trainingVisitsPerYear ?? 0,
    accessLine: { on: accessLine !== undefined, carrier: accessLine?.carrier ?? '', mbps: accessLine?.mbps ?? '' },
    arbitration: { on: terms.arbitration !== undefined, name: terms.arbitration ?? '' },
    reminderDays: terms.renewalReminderDays ?? 30,
    otherTerms: (terms.otherTerms ?? []).map((text, at) => ({ key: String(at), text })),
  }
}

/**
 * The terms that a form says. What is still empty stands as nothing (0, empty text), so that the words can be shown while they
 * are written; `emptyFields` names it, and the schema refuses it.
 */
export function draftOf(form: ContractForm): DraftTerms {
  const { base, lateFee, restore, outOfScope, reinstall, standby, accessLine, arbitration, allocation, extras, response } = form
  const { total: _, lateFee: _l, restore: _r, response: _s, extras: _e, ...kept } = base
  const { outOfScope: _o, allocationOrder: _a, standbyServer: _b, accessLine: _c, arbitration: _d, ...rest } = kept
  return {
    ...rest,
    template: base.template ?? 'it-maintenance-cn',
    number: form.number.trim(),
    client: tidyParty(form.client),
    provider: tidyParty(form.provider),
    signingPlace: form.signingPlace.trim(),
    currency: form.currency,
    billingZone: form.billingZone,
    firstDay: form.firstDay ?? '',
    lastDay: form.lastDay ?? '',
    feeLines: termLinesOf(form.lines, form.currency),
    paymentDue: dueOf(form.paymentDue),
    paymentMeans: form.paymentMeans,
    lateFee: lateFee.on
      ? { ratePerDay: shareOf(lateFee.percent) ?? '', ...(lateFee.capped && { capShare: shareOf(lateFee.cap) ?? '' }) }
      : null,
    calendar: form.hours ? calendarOf(form.hours) : (base.calendar ?? { timezone: form.billingZone, weekly: {} }),
    sites: form.sites.filter(({ served }) => served).map(siteTermsOf),
    severeArrivalMinutes: form.severeArrivalMinutes ?? 0,
    severeAtClosing: form.severeAtClosing,
    ...(restore.on && {
      restore: {
        minutes: restore.minutes ?? 0,
        ...(restore.severe && { severeMinutes: restore.severeMinutes ?? 0 }),
      },
    }),
    ...(response.on && { response: { minutes: response.minutes ?? 0 } }),
    pauseReasons: form.pauseReasons,
    ...(extras.on && { extras: { due: dueOf(extras.due), lateFee: extras.lateFee && lateFee.on } }),
    ...(outOfScope.on && {
      outOfScope: {
        listRatePerHour: outOfScope.rate ?? { currency: form.currency, minor: 0 },
        discount: shareOf(outOfScope.discount) ?? '',
        roundUpMinutes: outOfScope.roundUp ?? 0,
      },
    }),
    discountCard: form.discountCard.map(({ item, discount }) => ({ item: item.trim(), discount: shareOf(discount) ?? '' })),
    // An order of settlement without a late fee would order nothing.
    ...(allocation.on && lateFee.on && { allocationOrder: allocation.order }),
    refund: form.refund,
    penaltyRate: shareOf(form.penalty) ?? '',
    partsLabourFree: form.partsLabourFree,
    maintenance: {
      everyMonths: form.visitEvery ?? 0,
      checklist: base.maintenance?.checklist ?? [],
      ...(reinstall.on && {
        reinstall: {
          everyMonths: reinstall.every ?? 0,
          deviceClasses: base.maintenance?.reinstall?.deviceClasses ?? ['pc'],
        },
      }),
    },
    ...(standby.on && { standbyServer: { by: standby.by ?? '' } }),
    trainingVisitsPerYear: form.trainings ?? 0,
    ...(accessLine.on && { accessLine: { carrier: accessLine.carrier.trim(), mbps: accessLine.mbps.trim() } }),
    ...(arbitration.on && { arbitration: arbitration.name.trim() }),
    renewalReminderDays: form.reminderDays ?? 0,
    otherTerms: form.otherTerms.map(({ text }) => text.trim()).filter(Boolean),
  }
}

const dueOf = ({ days, ...rule }: DueForm): DueRule => ({ days: days ?? 0, ...rule })

const siteTermsOf = ({ site, name, nameEn, address, arrivalMinutes }: FormSite): DraftTerms['sites'][number] => ({
  site,
  name,
  ...(nameEn && { nameEn }),
  ...(address && { address }),
  arrivalMinutes: arrivalMinutes ?? 0,
})

/** Fields left empty are not printed. */
function tidyParty({ name, nameEn, address, taxNumber, bank }: DraftTerms['client']): DraftTerms['client'] {
  const text = (value: string | undefined): string | undefined => value?.trim() || undefined
  const [en, at, tax] = [text(nameEn), text(address), text(taxNumber)]
  return {
    name: name.trim(),
    ...(en && { nameEn: en }),
    ...(at && { address: at }),
    ...(tax && { taxNumber: tax }),
    ...(bank && { bank }),
  }
}
