import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { daysBetween, wallTimeToInstant } from '../../kernel/time.ts'
import { type ServiceCalendar, workingDays } from '../../service-delivery/service-level/index.ts'
import { checkTerms, contractTotal, daysOf, planVisits, targetsOf } from './index.ts'
import { activeMaintenance, maintenanceTerms } from './testing.ts'

type Month = {
  inputs: {
    calendar: { timezone: string; weekly: ServiceCalendar['weekly'] }
    contract: {
      number: string
      client: string
      clientKey: string
      provider: string
      signedByBothAt: string
      termFirstDay: string
      termLastDayInclusive: string
      currency: string
      feeLines: { line: number; item: string; grossFen: number; taxRate: string }[]
      totalGrossFen: number
      dueDaysAfterSigning: number
      lateFeePerDay: string
      arrivalWorkingMinutes: Record<string, number>
      severeOutOfHoursArrivalElapsedMinutes: number
      clause7: {
        restoreWorkingMinutes: number
        severeRestoreElapsedMinutes: number
        extrasDueDaysAfterIssue: number
        outOfScopeListRateFenPerHour: number
        outOfScopeDiscount: string
        outOfScopeRoundUpMinutes: number
        partsTaxRate: string
        serviceTaxRate: string
      }
      terminationPenalty: string
    }
    devices: { id: string; cls: string }[]
    month: { firstDay: string; firstDayOfNext: string }
    termination: { lastServiceDay: string }
  }
  expected: {
    calendar: { workingDays: string[] }
    contractFeeInvoice: { issuedOn: string; rawDueOn: string; dueOn: string; totalGrossFen: number }
  }
}

const path = join(import.meta.dirname, '../../../../../shared/worked-month.json')
const present = existsSync(path)

describe.skipIf(!present)('the contract of the worked month', () => {
  const month = present ? (JSON.parse(readFileSync(path, 'utf8')) as Month) : undefined
  const { inputs, expected } = month ?? ({} as Month)
  const calendarOf = ({ timezone, weekly }: Month['inputs']['calendar']) => ({ timezone, weekly, publicHolidays: 'CN' as const })
  const overrides = () => {
    const { contract } = inputs
    const { clause7 } = contract
    const cny = (minor: number) => ({ currency: contract.currency, minor })
    const roll = { dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' } as const
    return {
      number: contract.number,
      client: { name: contract.client },
      provider: { name: contract.provider },
      currency: contract.currency,
      firstDay: contract.termFirstDay,
      lastDay: contract.termLastDayInclusive,
      feeLines: contract.feeLines.map(({ grossFen, ...line }) => ({ ...line, gross: cny(grossFen) })),
      total: cny(contract.totalGrossFen),
      paymentDue: { days: contract.dueDaysAfterSigning, ...roll },
      lateFee: { ratePerDay: contract.lateFeePerDay },
      calendar: calendarOf(inputs.calendar),
      sites: Object.entries(contract.arrivalWorkingMinutes).map(([site, arrivalMinutes]) => ({
        site,
        name: site,
        arrivalMinutes,
      })),
      severeArrivalMinutes: contract.severeOutOfHoursArrivalElapsedMinutes,
      restore: { minutes: clause7.restoreWorkingMinutes, severeMinutes: clause7.severeRestoreElapsedMinutes },
      extras: { due: { days: clause7.extrasDueDaysAfterIssue, ...roll }, lateFee: false },
      outOfScope: {
        listRatePerHour: cny(clause7.outOfScopeListRateFenPerHour),
        discount: clause7.outOfScopeDiscount,
        roundUpMinutes: clause7.outOfScopeRoundUpMinutes,
      },
      tax: { parts: clause7.partsTaxRate, services: clause7.serviceTaxRate },
      penaltyRate: contract.terminationPenalty,
    }
  }
  const signedAt = () => wallTimeToInstant(inputs.contract.signedByBothAt, inputs.calendar.timezone)

  it('can be said in terms, to the last input', () => {
    const terms = maintenanceTerms(overrides())
    expect(checkTerms(terms).ok).toBe(true)
    expect(contractTotal(terms).minor).toBe(expected.contractFeeInvoice.totalGrossFen)
    expect(workingDays(terms.calendar, { from: inputs.month.firstDay, to: inputs.month.firstDayOfNext })).toEqual(
      expected.calendar.workingDays,
    )
    expect(targetsOf(terms).map(({ clause }) => clause)).toEqual(['3(6)', '3(6)', '3(7)', '3(7)', '7(a)', '7(a)'])
  })
  it('is billed on the day of signing and due after the holiday', () => {
    const { schedule } = activeMaintenance(overrides(), { signedAt: signedAt() })
    const { issuedOn, rawDueOn, dueOn } = expected.contractFeeInvoice
    expect(schedule).toMatchObject([{ invoiceOn: issuedOn, due: { rawDueOn, dueOn } }])
  })
  it('serves the days that its settlement counts', () => {
    const contract = activeMaintenance(overrides(), { signedAt: signedAt() })
    const { lastServiceDay } = inputs.termination
    const { timezone } = inputs.calendar
    const noon = wallTimeToInstant(`${lastServiceDay}T12:00`, timezone)
    const { served, all } = daysOf(contract, noon)
    expect(served).toBe(daysBetween(inputs.contract.termFirstDay, lastServiceDay) + 1)
    expect(all).toBe(daysBetween(contract.terms.term.from, contract.terms.term.to))
  })
  it('plans its month for its devices on one of its working days', () => {
    const terms = maintenanceTerms(overrides())
    const devices = inputs.devices.map(({ id, cls }) => ({ id, class: cls, site: terms.sites[0]!.site }))
    const [visit] = planVisits(terms, devices).visits
    expect(expected.calendar.workingDays).toContain(visit?.on)
    expect(visit?.devices).toHaveLength(inputs.devices.length)
  })
})
