import { SeverityDialog } from '../../../ticket/SeverityDialog.tsx'
import type { FieldSave } from '../use-field-save.ts'
import { DutyDialog } from './DutyDialog.tsx'
import type { DialogName, DialogProps } from './dialog.ts'
import { ReasonDialog, ResolveDialog } from './EndDialogs.tsx'
import { AssigneeDialog, LabelsDialog, PriorityDialog } from './FieldDialogs.tsx'
import { ArrivalDialog, DispatchDialog, OnSiteDialog } from './OnSiteDialogs.tsx'
import { PauseDialog } from './PauseDialog.tsx'
import { ContractDialog, QuoteDialog, ScopeDialog } from './ScopeDialogs.tsx'
import { WaitDialog } from './WaitDialog.tsx'
import { PartDialog, TimeDialog } from './WorkDialogs.tsx'

/** The dialog that is open. */
export function TicketDialog({ name, save, ...props }: DialogProps & { name: DialogName; save: FieldSave }) {
  switch (name) {
    case 'assign':
      return <AssigneeDialog {...props} save={save} />
    case 'priority':
      return <PriorityDialog {...props} save={save} />
    case 'wait':
      return <WaitDialog {...props} />
    case 'pause':
      return <PauseDialog {...props} />
    case 'resolve':
      return <ResolveDialog {...props} />
    case 'close':
    case 'reopen':
      return <ReasonDialog {...props} what={name} />
    case 'scope':
      return <ScopeDialog {...props} />
    case 'quote':
      return <QuoteDialog {...props} />
    case 'time':
      return <TimeDialog {...props} />
    case 'part':
      return <PartDialog {...props} />
    case 'duty':
      return <DutyDialog {...props} />
    case 'severity':
      return <SeverityDialog {...props} side="provider" />
    case 'on-site':
      return <OnSiteDialog {...props} />
    case 'dispatch':
      return <DispatchDialog {...props} />
    case 'arrival':
      return <ArrivalDialog {...props} />
    case 'contract':
      return <ContractDialog {...props} />
    case 'labels':
      return <LabelsDialog {...props} />
  }
}
