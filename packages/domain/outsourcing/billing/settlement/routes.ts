import * as z from 'zod'
import { Id } from '../../../kernel/ids.ts'
import { Amount, Currency, Minor } from '../../../kernel/money.ts'
import { defineRoute } from '../../../kernel/route.ts'
import { LocalDate, Month } from '../../../kernel/time.ts'
import { Explanation } from '../explanation.ts'

const group = 'finance'
const finance = ['finance', 'admin'] as const
const parties = ['finance', 'admin', 'account-manager', 'client-owner'] as const
const contract = '/api/finance/clients/{client}/contracts/{contract}'

/** Who ends the contract and on which ground of clause 4; without an exempt ground the party is in breach. */
export const SettlementGround = z
  .enum(['client', 'client-4(1)', 'provider', 'provider-4(2)', 'force-majeure-4(3)', 'agreed-4(4)'])
  .meta({ id: 'SettlementGround' })

export const GroundSettlement = z
  .object({
    ground: SettlementGround,
    penaltyByClientMinor: Minor,
    penaltyByProviderMinor: Minor,
    refundMinor: Minor,
    setOffMinor: Minor,
    /** Negative: the client pays. */
    netToClientMinor: Minor,
    explanation: Explanation.optional(),
  })
  .meta({ id: 'GroundSettlement' })

export const CreditNotePlan = z.object({
  bill: z.string(),
  number: z.string(),
  grossMinor: Minor,
  taxMinor: Minor,
  netMinor: Minor,
  lines: z.array(z.object({ line: z.int(), grossMinor: Minor, taxMinor: Minor, netMinor: Minor })),
})

/** What ending the contract would settle, by each ground of clause 4, with its working. */
export const SettlementPreview = z
  .object({
    contract: z.string(),
    currency: z.string(),
    /** Local date in the billing zone: bills and payments are counted as they stood then. Settlements of old lack it. */
    asOf: LocalDate.optional(),
    noticeOn: LocalDate,
    lastServiceDay: LocalDate,
    termDays: z.int(),
    servedDays: z.int(),
    contractTotalMinor: Minor,
    penaltyBaseMinor: Minor,
    penaltyMinor: Minor,
    penaltyIsOutsideVat: z.boolean(),
    earnedMinor: Minor,
    unearnedMinor: Minor,
    earnedExplanation: Explanation.optional(),
    penaltyExplanation: Explanation.optional(),
    creditNotes: z.array(CreditNotePlan),
    contractLiabilityLeftMinor: Minor,
    openBillsMinor: Minor,
    unbilledExtras: z.boolean(),
    byGround: z.array(GroundSettlement),
  })
  .meta({ id: 'SettlementPreview' })
export type SettlementPreview = z.infer<typeof SettlementPreview>

export const SettlementView = SettlementPreview.extend({
  status: z.enum(['made', 'refunded', 'received']),
  ground: SettlementGround,
  settledOn: LocalDate,
  refundedOn: LocalDate.optional(),
  actual: GroundSettlement,
}).meta({ id: 'Settlement' })
export type SettlementView = z.infer<typeof SettlementView>

export const previewSettlement = defineRoute({
  id: 'previewSettlement',
  group,
  method: 'GET',
  path: `${contract}/settlement-preview`,
  summary: 'If the contract ended: the settlement by each of the six grounds of clause 4',
  roles: parties,
  query: z.object({ noticeOn: LocalDate.optional(), lastServiceDay: LocalDate.optional() }),
  response: SettlementPreview,
})

export const settleContract = defineRoute({
  id: 'settleContract',
  group,
  method: 'POST',
  path: `${contract}/settlement`,
  summary: 'End the contract and settle: credit note, penalty, set-off',
  roles: finance,
  body: z.object({
    ground: SettlementGround,
    noticeOn: LocalDate,
    lastServiceDay: LocalDate,
    reason: z.string().trim().min(1).max(2000),
    /** Ids of uploaded files. */
    evidence: z.array(Id).max(20).default([]),
  }),
  response: SettlementView,
})

export const getSettlement = defineRoute({
  id: 'getSettlement',
  group,
  method: 'GET',
  path: `${contract}/settlement`,
  summary: 'The settlement of an ended contract',
  roles: parties,
  response: SettlementView,
})

export const recordRefund = defineRoute({
  id: 'recordRefund',
  group,
  method: 'POST',
  path: `${contract}/settlement/refund`,
  summary: 'Record that the net of the settlement was paid',
  roles: finance,
  body: z.object({ on: LocalDate, minor: Amount, currency: Currency, source: z.string().trim().min(1).max(120) }),
  response: SettlementView,
})

/** Clause 1(3): revenue of the prepaid fee, by day over the term. */
export const getRecognition = defineRoute({
  id: 'getRecognition',
  group,
  method: 'GET',
  path: `${contract}/recognition`,
  summary: 'Revenue recognised of the fee, by month, and what is left as contract liability',
  roles: ['finance', 'admin', 'account-manager'],
  response: z.object({
    asOf: LocalDate,
    termDays: z.int(),
    netMinor: Minor,
    months: z.array(
      z.object({
        month: Month,
        days: z.int(),
        recognisedMinor: Minor,
        postedOn: LocalDate.optional(),
        /** Of a recorded contract: what the earlier books had recognised of the month. */
        beforeMinor: Minor.optional(),
        explanation: Explanation.optional(),
      }),
    ),
    /** Recognised in earlier books, before the contract was recorded here. */
    beforeMinor: Minor,
    /** Revenue of past months that credit notes on the fee took back. */
    takenBackMinor: Minor,
    recognisedMinor: Minor,
    liabilityMinor: Minor,
  }),
})

export const settlementRoutes = [previewSettlement, settleContract, getSettlement, recordRefund, getRecognition]
