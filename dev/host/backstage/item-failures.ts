/** Which items of a batch failed, and why as far as we know. */
export type Failed = { ids: Set<string>; reason: string }

/**
 * Reads a `batchItemFailures` answer as Lambda does: nothing, null or an empty list = all succeeded; an unknown or empty
 * identifier, or an answer of another form = the whole batch failed.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedItems(reported: boolean, result: string, batch: ReadonlySet<string>): Failed {
  if (!reported) return { ids: new Set(), reason: '' }
  const answer = JSON.parse(result) as { batchItemFailures?: { itemIdentifier?: string }[] | null } | null
  const failures = answer?.batchItemFailures ?? []
  if (!Array.isArray(failures)) return { ids: new Set(batch), reason: 'batchItemFailures is not a list' }
  const ids = failures.map(failure => failure.itemIdentifier ?? '')
  const stranger = ids.find(id => !batch.has(id))
  if (stranger !== undefined)
    return { ids: new Set(batch), reason: `batchItemFailures names ${JSON.stringify(stranger)}, which is not in the batch` }
  return { ids: new Set(ids), reason: 'reported by the function' }
}
