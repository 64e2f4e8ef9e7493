import * as z from 'zod'
import { ClientKey, Id, Sha256 } from '../../kernel/ids.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { LocalDate } from '../../kernel/time.ts'
import { getContractCalendar } from './calendar-route.ts'
import { TermsIssue } from './check-terms.ts'
import { EndGround, OpeningState } from './contract.ts'
import { DraftTerms } from './draft-terms.ts'
import { LivingContract } from './living.ts'
import { MaintenancePlan } from './plan-visits.ts'
import { PartyRole, SignRequest } from './signature.ts'
import { ContractText } from './template/fill.ts'
import { ContractNumber } from './terms.ts'
import { ContractRow, ContractView, contractEditors, contractReaders } from './views.ts'

export * from './calendar-route.ts'

const group = 'outsourcing'
const contracts = '/api/outsourcing/clients/{client}/contracts'
const one = `${contracts}/{contract}` as const
const Reason = z.object({ reason: z.string().trim().min(1).max(2_000) })

export const listContracts = defineRoute({
  id: 'listContracts',
  group,
  method: 'GET',
  path: '/api/outsourcing/contracts',
  summary: 'Contracts of all clients the caller serves, those that need something first',
  roles: ['admin', 'account-manager', 'service-manager', 'service-desk', 'technician', 'finance'],
  query: PageQuery,
  response: pageOf(ContractRow),
})
export const listContractsOfClient = defineRoute({
  id: 'listContractsOfClient',
  group,
  method: 'GET',
  path: contracts,
  summary: 'Contracts of one client; its people see them from the offer on',
  roles: contractReaders,
  query: PageQuery,
  response: pageOf(ContractRow),
})
export const previewContract = defineRoute({
  id: 'previewContract',
  group,
  method: 'POST',
  path: '/api/outsourcing/clients/{client}/contract-preview',
  summary: 'The words of a draft before it is saved, and everything that is wrong with its terms',
  roles: contractEditors,
  body: z.object({ terms: DraftTerms }),
  response: z.object({ text: ContractText, issues: z.array(TermsIssue) }).meta({ id: 'ContractPreview' }),
})
export const createContract = defineRoute({
  id: 'createContract',
  group,
  method: 'POST',
  path: contracts,
  summary: 'Draft a contract from a template',
  roles: contractEditors,
  body: z.object({ terms: DraftTerms, renewalOf: Id.optional() }),
  response: ContractView,
  status: 201,
})
export const recordPaperContract = defineRoute({
  id: 'recordPaperContract',
  group,
  method: 'POST',
  path: '/api/outsourcing/clients/{client}/recorded-contracts',
  summary: 'Record a contract that was signed on paper long ago, with what was billed and paid before',
  roles: contractEditors,
  body: z.object({
    terms: DraftTerms,
    providerSignedOn: LocalDate,
    clientSignedOn: LocalDate,
    /** Id of the uploaded scan. */
    scan: Id.optional(),
    opening: OpeningState,
  }),
  response: ContractView,
  status: 201,
})
export const getContract = defineRoute({
  id: 'getContract',
  group,
  method: 'GET',
  path: one,
  summary: 'One contract: words, terms, signatures, what the caller may do',
  roles: contractReaders,
  response: ContractView,
})
export const changeContractDraft = defineRoute({
  id: 'changeContractDraft',
  group,
  method: 'PUT',
  path: `${one}/terms`,
  summary: 'Change the terms of a draft',
  roles: contractEditors,
  body: z.object({ terms: DraftTerms }),
  response: ContractView,
})
export const discardContract = defineRoute({
  id: 'discardContract',
  group,
  method: 'POST',
  path: `${one}/discard`,
  summary: 'Discard a draft',
  roles: contractEditors,
  body: z.object({ reason: z.string().trim().min(1).max(2_000).optional() }),
  response: ContractView,
})
export const offerContract = defineRoute({
  id: 'offerContract',
  group,
  method: 'POST',
  path: `${one}/offer`,
  summary: 'Freeze the words and render the PDF that both parties sign',
  roles: contractEditors,
  body: z.object({}),
  response: ContractView,
})
export const withdrawContract = defineRoute({
  id: 'withdrawContract',
  group,
  method: 'POST',
  path: `${one}/withdraw`,
  summary: 'Take an offer back before the client has signed',
  roles: contractEditors,
  body: Reason,
  response: ContractView,
})
export const signContract = defineRoute({
  id: 'signContract',
  group,
  method: 'POST',
  path: `${one}/sign`,
  summary: 'Sign on the screen, the provider first; kept are name, title, time, address and the hash of the stored PDF',
  roles: [...contractEditors, 'client-owner'],
  body: SignRequest,
  response: ContractView,
})
export const signContractOnPaper = defineRoute({
  id: 'signContractOnPaper',
  group,
  method: 'POST',
  path: `${one}/sign-on-paper`,
  summary: 'Record the signatures and seals of both parties on the printed PDF, with the scan',
  roles: contractEditors,
  body: z.object({
    providerSignedOn: LocalDate,
    clientSignedOn: LocalDate,
    /** Id of the uploaded scan. */
    scan: Id,
  }),
  response: ContractView,
})
export const getContractPdf = defineRoute({
  id: 'getContractPdf',
  group,
  method: 'GET',
  path: `${one}/pdf`,
  summary:
    'A short-lived address of the stored file: what is signed, the copy with both signatures, or the scan of the signed paper',
  roles: contractReaders,
  query: z.object({ document: z.enum(['offer', 'signed', 'scan']).default('offer') }),
  response: z
    .object({ url: z.url(), expiresInSeconds: z.int(), sha256: Sha256, size: z.int(), name: z.string() })
    .meta({ id: 'ContractPdfLink' }),
})
export const getLivingContract = defineRoute({
  id: 'getLivingContract',
  group,
  method: 'GET',
  path: `${one}/living`,
  summary: 'What the system has done about each clause, as of now',
  roles: ['admin', 'account-manager', 'service-manager', 'service-desk', 'finance', 'client-owner'],
  response: LivingContract,
})
export const getMaintenancePlan = defineRoute({
  id: 'getMaintenancePlan',
  group,
  method: 'GET',
  path: `${one}/maintenance-plan`,
  summary: 'Visits and reinstalls of the whole term, as the contract plans them for the devices of today',
  roles: contractReaders,
  response: MaintenancePlan,
})
export const draftContractRenewal = defineRoute({
  id: 'draftContractRenewal',
  group,
  method: 'POST',
  path: `${one}/renewal`,
  summary: 'Draft a new contract that follows this one, prefilled with its terms',
  roles: contractEditors,
  body: z.object({ number: ContractNumber, firstDay: LocalDate.optional(), lastDay: LocalDate.optional() }),
  response: ContractView,
  status: 201,
})
export const giveContractNotice = defineRoute({
  id: 'giveContractNotice',
  group,
  method: 'POST',
  path: `${one}/notice`,
  summary: 'A party ends the contract within its term (clause 4)',
  roles: [...contractEditors, 'finance'],
  body: Reason.extend({
    by: PartyRole,
    ground: EndGround,
    noticeOn: LocalDate,
    lastServiceDay: LocalDate,
    /** Ids of uploaded files. */
    evidence: z.array(Id).max(20).default([]),
  }),
  response: ContractView,
})
export const takeBackContractNotice = defineRoute({
  id: 'takeBackContractNotice',
  group,
  method: 'POST',
  path: `${one}/notice/take-back`,
  summary: 'Both agree to go on',
  roles: contractEditors,
  body: Reason,
  response: ContractView,
})
export const listContractTemplates = defineRoute({
  id: 'listContractTemplates',
  group,
  method: 'GET',
  path: '/api/outsourcing/contract-templates',
  summary: 'Templates a contract can be drafted from, with what each says where a draft says nothing',
  roles: contractEditors,
  response: z
    .object({
      items: z.array(
        z.object({
          id: z.string(),
          version: z.int(),
          name: z.object({ zh: z.string(), en: z.string() }),
          defaults: DraftTerms.partial(),
        }),
      ),
    })
    .meta({ id: 'ContractTemplates' }),
})
export const getContractVersion = defineRoute({
  id: 'getContractVersion',
  group,
  method: 'GET',
  path: `${one}/versions/{version}`,
  summary: 'The terms and words of one version, as tickets pin it',
  roles: contractReaders,
  response: z
    .object({ contract: Id, client: ClientKey, version: z.int(), terms: DraftTerms, text: ContractText })
    .meta({ id: 'ContractVersionView' }),
})

export const contractRoutes = [
  listContracts,
  listContractsOfClient,
  previewContract,
  createContract,
  recordPaperContract,
  getContract,
  changeContractDraft,
  discardContract,
  offerContract,
  withdrawContract,
  signContract,
  signContractOnPaper,
  getContractPdf,
  getLivingContract,
  getMaintenancePlan,
  draftContractRenewal,
  giveContractNotice,
  takeBackContractNotice,
  listContractTemplates,
  getContractVersion,
  getContractCalendar,
]
