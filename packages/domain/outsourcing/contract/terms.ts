import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { Currency, Money } from '../../kernel/money.ts'
import { DecimalString, Share } from '../../kernel/ratio.ts'
import { LocalDate, Zone } from '../../kernel/time.ts'
import { ServiceCalendar } from '../../service-delivery/service-level/index.ts'
import { DeviceClass } from '../../service-support/configuration/index.ts'
import { BankAccount } from '../../tenancy/index.ts'
import { DueRule } from '../billing/due-date.ts'

const Name = z.string().trim().min(1).max(120)

/** A company as it is printed on the contract. */
export const Party = z
  .object({
    name: Name,
    nameEn: Name.optional(),
    address: z.string().max(200).optional(),
    taxNumber: z.string().max(40).optional(),
    /** Where money is paid to; the provider's is printed in clause 1(3). */
    bank: BankAccount.optional(),
  })
  .meta({ id: 'ContractParty' })
export type Party = z.infer<typeof Party>

/** One fee of clause 1(1), tax included. Where a quantity is given, quantity × unit price is the gross amount. */
export const FeeLine = z
  .object({
    line: z.int().min(1).max(99),
    item: z.string().trim().min(1).max(200),
    deviceClass: DeviceClass.optional(),
    quantity: z.int().min(1).max(100_000).optional(),
    unitGross: Money.optional(),
    gross: Money,
    taxRate: Share,
  })
  .meta({ id: 'ContractFeeLine' })
export type FeeLine = z.infer<typeof FeeLine>

/** A place that is served. `arrivalMinutes` is N of clause 3(6), agreed by the distance to the site. */
export const SiteTerms = z
  .object({
    site: Id,
    name: Name,
    nameEn: Name.optional(),
    address: z.string().max(200).optional(),
    arrivalMinutes: z.int().min(1).max(10_080),
  })
  .meta({ id: 'ContractSite' })
export type SiteTerms = z.infer<typeof SiteTerms>

/** Rights of clause 1(4). `ratePerDay` of the overdue fee for each calendar day after the due date; the cap is 7(g). */
export const LateFeeTerms = z.object({
  ratePerDay: Share,
  /** All late fees of one bill at most this share of its overdue fee. */
  capShare: Share.optional(),
})

/** 7(e). Where nothing is agreed Civil Code 561 settles the late fee first. */
export const AllocationOrder = z.enum(['principal-first', 'late-fee-first'])
export type AllocationOrder = z.infer<typeof AllocationOrder>

/** 7(d): the price of work outside the contract. */
export const OutOfScopeTerms = z.object({
  listRatePerHour: Money,
  discount: Share,
  roundUpMinutes: z.int().min(1).max(480),
})

/** One thing done on a monthly visit, for each device or once a visit. */
export const ChecklistItem = z
  .object({
    key: Id,
    clause: z.string().max(12),
    zh: Name,
    en: Name,
    per: z.enum(['device', 'visit']),
    /** Classes it is done for; absent: all covered devices. */
    deviceClasses: z.array(DeviceClass).max(20).optional(),
    /** `consent`: the client may refuse it; only done or refused is recorded, never what was found. */
    outcome: z.enum(['done', 'consent']),
  })
  .meta({ id: 'ChecklistItem' })
export type ChecklistItem = z.infer<typeof ChecklistItem>

/** 2(1)(5), 2(2)(4), 2(2)(5): the planned work of the contract. */
export const MaintenanceTerms = z.object({
  everyMonths: z.int().min(1).max(12),
  checklist: z.array(ChecklistItem).max(40),
  reinstall: z.object({ everyMonths: z.int().min(1).max(24), deviceClasses: z.array(DeviceClass).min(1).max(20) }).optional(),
})

/** Reasons that stop a restore clock. */
export const PauseReason = z.enum(['client', 'part', 'supplier'])
export type PauseReason = z.infer<typeof PauseReason>

/** As the parties write it (`京运维〔2026〕第012号`, `WB-2026/01`): shown and printed, unique within a provider, never a key. */
export const ContractNumber = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}]{1,60}$/u, 'a contract number has 1 to 60 characters on one line')
  .meta({ id: 'ContractNumber' })

/**
 * Everything a contract agrees, as facts that the system executes. The words of the template are filled from it, so text and
 * behaviour can't differ. An optional term that is absent is no promise in this contract.
 */
export const ContractTerms = z
  .object({
    template: z.object({ id: z.string().max(64), version: z.int().min(1) }),
    number: ContractNumber,
    client: Party,
    provider: Party,
    signingPlace: z.string().trim().min(1).max(100),
    currency: Currency,
    /** Half-open dates in `billingZone`: `to` is the first day no longer served. Printed inclusive. */
    term: z.object({ from: LocalDate, to: LocalDate }),
    billingZone: Zone,
    billing: z.object({ mode: z.literal('in-full-on-signing') }),
    feeLines: z.array(FeeLine).min(1).max(40),
    /** The total as the drafter stated it; must equal the sum of the lines. */
    total: Money.optional(),
    paymentDue: DueRule,
    paymentMeans: z.array(z.enum(['bank-transfer', 'bill', 'hosted-page'])).min(1),
    lateFee: LateFeeTerms.optional(),
    tax: z.object({ services: Share, parts: Share }),
    calendar: ServiceCalendar,
    sites: z.array(SiteTerms).min(1).max(60),
    /** 3(7): elapsed minutes, around the clock. */
    severeArrivalMinutes: z.int().min(1).max(1_440),
    /** 7(b): a severe fault nobody attends at closing time also gets the 3(7) clock from then. */
    severeAtClosing: z.boolean(),
    /** 7(a): working minutes; severe faults in elapsed minutes. */
    restore: z.object({ minutes: z.int().min(1).max(100_000), severeMinutes: z.int().min(1).max(100_000).optional() }).optional(),
    /** 7(h) First human answer, in working minutes. */
    response: z.object({ minutes: z.int().min(1).max(100_000) }).optional(),
    pauseReasons: z.array(PauseReason).max(3),
    /** 7(c): bills for parts and work outside the contract. */
    extras: z.object({ due: DueRule, lateFee: z.boolean() }).optional(),
    outOfScope: OutOfScopeTerms.optional(),
    discountCard: z.array(z.object({ item: Name, discount: Share })).max(40),
    allocationOrder: AllocationOrder.optional(),
    /** 7(f). */
    refund: z.enum(['pro-rata-by-day', 'none']),
    penaltyRate: Share,
    /** 7(i): whether parts at cost (工本费) are fitted without labour being charged. */
    partsLabourFree: z.boolean(),
    maintenance: MaintenanceTerms,
    /** 2(4)(3). */
    standbyServer: z.object({ by: LocalDate }).optional(),
    /** 2(4)(4). */
    trainingVisitsPerYear: z.int().min(0).max(52),
    /** 2(3)(1): nominal rate of the access line. */
    accessLine: z.object({ carrier: Name, mbps: DecimalString }).optional(),
    /** 5: a named commission; without one a dispute goes to court. */
    arbitration: z.string().trim().min(1).max(120).optional(),
    renewalReminderDays: z.int().min(1).max(365),
    /** Printed as 7(1), 7(2) … */
    otherTerms: z.array(z.string().trim().min(1).max(2_000)).max(40),
  })
  .meta({ id: 'ContractTerms' })
export type ContractTerms = z.infer<typeof ContractTerms>
