const everyMs = 500

/**
 * Calls `die` on SIGTERM and SIGINT, and when the process that started us is gone (the terminal, or npm killed outright): a
 * host must never outlive it. Returns the way to stop watching.
 */
export function watchLifeline(die: (reason: string) => void): () => void {
  const parent = process.ppid
  const onSignal = (signal: NodeJS.Signals) => die(signal)
  process.once('SIGTERM', onSignal)
  process.once('SIGINT', onSignal)
  const timer = setInterval(() => {
    if (process.ppid !== parent) die('the process that started Pactdesk is gone')
  }, everyMs).unref()
  return () => {
    clearInterval(timer)
    process.off('SIGTERM', onSignal)
    process.off('SIGINT', onSignal)
  }
}
