import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import type { ContractDialog } from './dialogs.ts'
import { NoticeDialog } from './NoticeDialog.tsx'
import { PaperDialog } from './PaperDialog.tsx'
import { SignDialog } from './SignDialog.tsx'
import { DiscardDialog, OfferDialog, RenewalDialog, TakeBackDialog, WithdrawDialog } from './SimpleDialogs.tsx'

type Props = { contract: ContractView; dialog: ContractDialog | undefined; onClose: () => void }

const dialogs = {
  offer: OfferDialog,
  discard: DiscardDialog,
  withdraw: WithdrawDialog,
  sign: SignDialog,
  paper: PaperDialog,
  notice: NoticeDialog,
  'take-back': TakeBackDialog,
  renew: RenewalDialog,
} satisfies Record<ContractDialog, unknown>

/** The dialog that is open, if any; each begins empty when it is opened. */
export function DialogHost({ contract, dialog, onClose }: Props) {
  if (!dialog) return null
  const Dialog = dialogs[dialog]
  return <Dialog contract={contract} opened onClose={onClose} />
}
