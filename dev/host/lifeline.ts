const everyMs = 500

/**
 * Calls `die` once when the process that started us is gone (a closed terminal, npm killed outright): a host must not outlive
 * it. Returns the way to stop watching.
 */
export function watchParent(die: () => void): () => void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    die()
  }, everyMs).unref()
  return () => clearInterval(timer)
}
