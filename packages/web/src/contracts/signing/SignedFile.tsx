import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { PdfButton } from './PdfButton.tsx'

/** What both have signed: the copy with both signatures, or the scan of the paper. */
export function SignedFile({ contract }: { contract: ContractView }) {
  const scanned = contract.signatures.some(({ scan }) => scan !== undefined)
  return (
    <>
      {contract.signedDocument.status === 'stored' && <PdfButton contract={contract} document="signed" />}
      {scanned && <PdfButton contract={contract} document="scan" />}
    </>
  )
}
