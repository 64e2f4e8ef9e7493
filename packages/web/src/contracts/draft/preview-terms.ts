import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'

const gap = '……'
const or = (text: string): string => text || gap

/** Terms whose words can be shown while texts and fees are still missing: what is empty reads as a gap. */
export function previewTerms(terms: DraftTerms): DraftTerms {
  const lines = terms.feeLines.map(line => ({ ...line, item: or(line.item) }))
  return {
    ...terms,
    number: terms.number || 'DRAFT',
    signingPlace: or(terms.signingPlace ?? ''),
    client: { ...terms.client, name: or(terms.client.name) },
    provider: { ...terms.provider, name: or(terms.provider.name) },
    feeLines: lines.length > 0 ? lines : [{ line: 1, item: gap, gross: { currency: terms.currency, minor: 0 }, taxRate: '0' }],
  }
}
