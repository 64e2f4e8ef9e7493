import * as z from 'zod'
import type { Role, StaffRole } from '../../kernel/context.ts'

export const fileTypes = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'text/csv': ['csv'],
} as const
export const FileType = z.enum(Object.keys(fileTypes) as [keyof typeof fileTypes])
export type FileType = z.infer<typeof FileType>

/** 10 MB, as phones take pictures. */
export const maxFileBytes = 10 * 1024 * 1024

type Purpose = {
  /** `i` = internal: keys no client can be given credentials for. */
  scope: 'c' | 'i'
  types: readonly FileType[]
  writers: readonly Role[]
  /** Beside the writers. */
  readers: readonly Role[]
}

const images = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
const documents = ['application/pdf', ...images] as const
const field: readonly StaffRole[] = ['admin', 'service-desk', 'technician', 'service-manager']
const clients = ['client-user', 'client-approver', 'client-owner'] as const
const deciders = ['client-approver', 'client-owner'] as const

/** What files are for; who may bring and read them, and of which kinds they may be. */
export const purposes = {
  'ticket-attachment': {
    scope: 'c',
    types: [...documents, 'text/csv'],
    writers: [...field, ...clients],
    readers: ['account-manager', 'finance'],
  },
  'visit-photo': { scope: 'c', types: images, writers: field, readers: ['account-manager', 'finance', ...deciders] },
  'visit-signature': {
    scope: 'c',
    types: ['image/png', 'image/jpeg', 'image/webp'],
    writers: field,
    readers: ['account-manager', 'finance', ...deciders],
  },
  receipt: { scope: 'c', types: documents, writers: [...field, 'finance'], readers: ['account-manager', ...deciders] },
  'contract-scan': {
    scope: 'c',
    types: documents,
    writers: ['admin', 'account-manager', 'client-owner'],
    readers: ['finance', 'service-manager'],
  },
  signature: {
    scope: 'c',
    types: ['image/png'],
    writers: ['admin', 'account-manager', 'client-owner'],
    readers: ['finance', 'service-manager'],
  },
  evidence: { scope: 'c', types: documents, writers: [...field, 'account-manager', 'finance', 'client-owner'], readers: [] },
  'bank-statement': { scope: 'i', types: ['text/csv'], writers: ['finance'], readers: ['admin'] },
  'internal-note': {
    scope: 'i',
    types: [...documents, 'text/csv'],
    writers: [...field, 'account-manager', 'finance'],
    readers: [],
  },
} as const satisfies Record<string, Purpose>

export const FilePurpose = z.enum(Object.keys(purposes) as [keyof typeof purposes])
export type FilePurpose = z.infer<typeof FilePurpose>

export const purposeOf = (purpose: FilePurpose): Purpose => purposes[purpose]
