/** One case of an oracle file, judged: `skipped` means that the capability it asks for does not exist yet. */
export type OracleResult = {
  id: string
  status: 'passed' | 'failed' | 'skipped'
  expected?: unknown
  actual?: unknown
  reason?: string
}
