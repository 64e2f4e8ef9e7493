/** The closing line of everything that counts results: `N passed, N failed, N skipped`. */
export function closingLine(results: readonly { status: string }[]): { line: string; failed: number } {
  const count = (status: string) => results.filter(result => result.status === status).length
  const failed = count('failed')
  return { failed, line: `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped` }
}
