import { type StaffRole, staffRoles } from '@pactdesk/domain/kernel/context'
import { addStaff, changeStaff, getStaff, getStaffInvitation, grantStaff, listStaff } from '@pactdesk/domain/tenancy/routes'
import { machineRoles } from '@pactdesk/domain/tenancy/staff/staff'
import type { StaffView } from '@pactdesk/domain/tenancy/views'
import { useState } from 'react'
import { useApiMutation } from '../api/mutation.ts'
import { FormDialog } from '../clients/FormDialog.tsx'
import { accountTyped, IdentityFields, type IdentityForm } from '../clients/forms/IdentityFields.tsx'
import { isNamed, nobody, PersonFields, personFormOf, personOf } from '../clients/forms/PersonFields.tsx'
import { useTranslation } from '../i18n/i18n.ts'
import { AccessFields } from './AccessFields.tsx'

type Mode = 'new' | 'change' | 'access'
type Props = { mode: Mode; staff?: StaffView | undefined; onClose: () => void; onInvited: (staff: StaffView) => void }

/** A person of the provider: who, with which roles, for which clients, and how they come in. */
export function StaffForm({ mode, staff, onClose, onInvited }: Props) {
  const { t } = useTranslation('settings')
  const [person, setPerson] = useState(staff ? personFormOf(staff) : nobody)
  const [roles, setRoles] = useState<StaffRole[]>(staff?.roles ?? [])
  const [served, setServed] = useState<'*' | string[]>(staff && staff.status === 'active' ? staff.clients : '*')
  const [typed, setTyped] = useState<IdentityForm>()
  const refreshes = [listStaff, getStaff, getStaffInvitation]
  const onDone = ({ value }: { value: StaffView }): void => (value.via === 'invitation' ? onInvited(value) : onClose())
  const add = useApiMutation(addStaff, { refreshes, onDone })
  const change = useApiMutation(changeStaff, { refreshes, onDone: onClose })
  const grant = useApiMutation(grantStaff, { refreshes, onDone })
  const account = accountTyped(typed)
  const access = { roles, clients: served, ...(account !== 'half' && account) }
  // Somebody who signs in already keeps the account.
  const comesIn = mode === 'new' || (mode === 'access' && staff?.via !== 'account' && staff?.via !== 'token')
  const missing =
    mode !== 'access' && !isNamed(person)
      ? t('staff.missingName')
      : mode !== 'change' && (roles.length === 0 || account === 'half')
        ? t('staff.missingAccess')
        : undefined
  const send = (): void => {
    if (mode === 'new') void add.send({ body: { ...personOf(person), ...access } })
    else if (staff && mode === 'change') void change.send({ params: { staff: staff.id }, body: personOf(person) })
    else if (staff) void grant.send({ params: { staff: staff.id }, body: access })
  }
  return (
    <FormDialog
      wide={mode !== 'change'}
      title={t(`staff.${mode}`)}
      onClose={onClose}
      action={t('staff.save')}
      pending={add.pending || change.pending || grant.pending}
      error={add.error ?? change.error ?? grant.error}
      missing={missing}
      onSubmit={send}
    >
      {mode !== 'access' && <PersonFields person={person} set={setPerson} />}
      {mode !== 'change' && (
        <>
          <AccessFields
            of={staff?.via === 'token' ? machineRoles : staffRoles}
            roles={roles}
            setRoles={setRoles}
            served={served}
            setServed={setServed}
          />
          {comesIn && <IdentityFields email={person.email.trim()} identity={typed} set={setTyped} />}
        </>
      )}
    </FormDialog>
  )
}
