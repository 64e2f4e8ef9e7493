import { getStaffInvitation, listStaff, revokeStaff } from '@pactdesk/domain/tenancy/routes'
import type { StaffView } from '@pactdesk/domain/tenancy/views'
import { useApiMutation } from '../api/mutation.ts'
import { useApiQuery } from '../api/query.ts'
import { FormDialog } from '../clients/FormDialog.tsx'
import { InvitationDialog } from '../clients/InvitationDialog.tsx'
import { inLanguage } from '../format/language.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { StaffForm } from './StaffForm.tsx'
import { TokenForm } from './TokenForm.tsx'

export type OpenDialog =
  | { mode: 'new' | 'token' }
  | { mode: 'change' | 'access' | 'revoke' | 'invitation'; staff: StaffView }
  | undefined
type Props = { open: OpenDialog; setOpen: (open: OpenDialog) => void }

/** What can be done with the staff: each in a dialog of its own. */
export function StaffDialogs({ open, setOpen }: Props) {
  const close = (): void => setOpen(undefined)
  if (!open) return null
  switch (open.mode) {
    case 'token':
      return <TokenForm onClose={close} />
    case 'invitation':
      return <Invitation staff={open.staff} onClose={close} />
    case 'revoke':
      return <Revoke staff={open.staff} onClose={close} />
    default:
      return (
        <StaffForm
          mode={open.mode}
          {...('staff' in open && { staff: open.staff })}
          onClose={close}
          onInvited={staff => setOpen({ mode: 'invitation', staff })}
        />
      )
  }
}

type One = { staff: StaffView; onClose: () => void }

function Invitation({ staff, onClose }: One) {
  const language = useLanguage()
  const invitation = useApiQuery(getStaffInvitation, { params: { staff: staff.id } })
  return <InvitationDialog name={inLanguage(staff.name, language)} invitation={invitation} onClose={onClose} />
}

function Revoke({ staff, onClose }: One) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const revoke = useApiMutation(revokeStaff, { refreshes: [listStaff], onDone: onClose })
  return (
    <FormDialog
      title={t('staff.revoke')}
      onClose={onClose}
      action={t('staff.revoke')}
      pending={revoke.pending}
      error={revoke.error}
      onSubmit={() => void revoke.send({ params: { staff: staff.id } })}
    >
      <p>{t('staff.revokeEffect', { name: inLanguage(staff.name, language) })}</p>
    </FormDialog>
  )
}
