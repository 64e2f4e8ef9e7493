import { closeWords } from '@pactdesk/domain/outsourcing/billing/billing-words'
import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import type { Words } from '../../explain/labels.ts'
import { fill, reasonOf } from '../../explain/sentence.ts'

export type Block = MonthView['blocks'][number]

/** What a block says: the words of the close, else the metering reason it carries. */
export function blockText(block: Block, currency: string): Words {
  const own = (closeWords as Record<string, Words>)[block.kind]
  return own ? fill(own, block.params, currency) : reasonOf({ key: block.kind, params: block.params }, currency)
}

export const isLateFee = (block: Block): boolean => block.kind === 'late-fee-undecided'

/** Units that wait, and late fees nobody has decided. */
export const waitingUnits = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (isLateFee(block) ? 0 : Number(block.params.count ?? block.refs.length)), 0)
