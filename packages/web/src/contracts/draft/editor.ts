import type { ContractForm } from './form.ts'

/** What each section of the form works with. `error` is what is wrong at a path of the terms, in words. */
export type Editor = {
  form: ContractForm
  set: (change: Partial<ContractForm>) => void
  error: (path: string) => string | undefined
}
