import { Checkbox } from '@mantine/core'
import { type ClientRole, clientRoles } from '@pactdesk/domain/kernel/context'
import { getContact, getContactInvitation, grantContact, listContacts } from '@pactdesk/domain/tenancy/routes'
import type { ContactView } from '@pactdesk/domain/tenancy/views'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../FormDialog.tsx'
import { accountTyped, IdentityFields, type IdentityForm } from './IdentityFields.tsx'

type Props = { client: string; contact: ContactView; onClose: () => void; onInvited: () => void }

/** Invites a contact to the portal (or names the account), or changes what they may do there. */
export function AccessForm({ client, contact, onClose, onInvited }: Props) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const [typed, setTyped] = useState<IdentityForm>()
  const [roles, setRoles] = useState<ClientRole[]>(contact.roles.length > 0 ? contact.roles : ['client-user'])
  const refreshes = [listContacts, getContact, getContactInvitation]
  const onDone = ({ value }: { value: ContactView }): void => (value.via === 'invitation' ? onInvited() : onClose())
  const grant = useApiMutation(grantContact, { refreshes, onDone })
  const account = accountTyped(typed)
  return (
    <FormDialog
      title={t('access.title', { name: inLanguage(contact.name, language) })}
      onClose={onClose}
      action={t(contact.via === 'account' ? 'save' : account ? 'access.grant' : 'access.invite')}
      pending={grant.pending}
      error={grant.error}
      missing={roles.length === 0 ? t('access.missingRole') : account === 'half' ? t('access.missing') : undefined}
      onSubmit={() =>
        void grant.send({
          params: { client, contact: contact.id },
          body: { roles, ...(account !== 'half' && account) },
        })
      }
    >
      <Checkbox.Group
        label={t('access.roles')}
        value={roles}
        onChange={chosen => setRoles(clientRoles.filter(role => chosen.includes(role)))}
      >
        {clientRoles.map(role => (
          <Checkbox key={role} mt={8} value={role} label={t(`role.${role}`)} description={t(`roleMay.${role}`)} />
        ))}
      </Checkbox.Group>
      {contact.via !== 'account' && <IdentityFields email={contact.email} identity={typed} set={setTyped} />}
    </FormDialog>
  )
}
