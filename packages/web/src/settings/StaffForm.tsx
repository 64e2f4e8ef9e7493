import { Checkbox, MultiSelect } from '@mantine/core'
import { type StaffRole, staffRoles } from '@pactdesk/domain/kernel/context'
import { addStaff, changeStaff, getStaff, grantStaff, listClients, listStaff } from '@pactdesk/domain/tenancy/routes'
import type { StaffView } from '@pactdesk/domain/tenancy/views'
import { useState } from 'react'
import { useApiMutation } from '../api/mutation.ts'
import { useApiQuery } from '../api/query.ts'
import { useWho } from '../auth/who.ts'
import css from '../clients/clients.module.css'
import { FormDialog } from '../clients/FormDialog.tsx'
import { IdentityFields } from '../clients/forms/IdentityFields.tsx'
import { isNamed, nobody, PersonFields, personFormOf, personOf } from '../clients/forms/PersonFields.tsx'
import { inLanguage } from '../format/language.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'

type Mode = 'new' | 'change' | 'access'
type Props = { mode: Mode; staff?: StaffView | undefined; onClose: () => void }

/** A person of the provider: who, with which roles, for which clients, and by which identity they sign in. */
export function StaffForm({ mode, staff, onClose }: Props) {
  const { t } = useTranslation('settings')
  const { t: roleWord } = useTranslation('layout')
  const language = useLanguage()
  const { me } = useWho()
  const whole = useApiQuery(
    getStaff,
    { params: { staff: staff?.id ?? '' } },
    { enabled: staff !== undefined && mode === 'access' },
  )
  const clients = useApiQuery(listClients, { query: { limit: 200 } })
  const [person, setPerson] = useState(staff ? personFormOf(staff) : nobody)
  const [roles, setRoles] = useState<StaffRole[]>(staff?.roles ?? [])
  const [served, setServed] = useState<'*' | string[]>(staff && staff.status === 'active' ? staff.clients : '*')
  const [typed, setTyped] = useState<{ issuer: string; subject: string }>()
  const identity = typed ?? whole.data?.value.identity ?? { issuer: me.issuer, subject: '' }
  const refreshes = [listStaff, getStaff]
  const add = useApiMutation(addStaff, { refreshes, onDone: onClose })
  const change = useApiMutation(changeStaff, { refreshes, onDone: onClose })
  const grant = useApiMutation(grantStaff, { refreshes, onDone: onClose })
  const access = {
    issuer: identity.issuer.trim(),
    subject: identity.subject.trim(),
    roles,
    clients: served,
  }
  const missing =
    mode !== 'access' && !isNamed(person)
      ? t('staff.missingName')
      : mode !== 'change' && (roles.length === 0 || !access.issuer || !access.subject)
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
          <Checkbox.Group
            label={t('staff.roles')}
            value={roles}
            onChange={chosen => setRoles(staffRoles.filter(role => chosen.includes(role)))}
          >
            <div className={css.grid} style={{ marginTop: 8 }}>
              {staffRoles.map(role => (
                <Checkbox key={role} value={role} label={roleWord(`roles.${role}`)} />
              ))}
            </div>
          </Checkbox.Group>
          <Checkbox
            label={t('staff.allClients')}
            checked={served === '*'}
            onChange={event => setServed(event.currentTarget.checked ? '*' : [])}
          />
          {served !== '*' && (
            <MultiSelect
              label={t('staff.clients')}
              searchable
              value={served}
              data={(clients.data?.value.items ?? []).map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
              onChange={setServed}
            />
          )}
          <IdentityFields identity={identity} set={setTyped} />
        </>
      )}
    </FormDialog>
  )
}
