import { Checkbox } from '@mantine/core'
import { type ClientRole, clientRoles } from '@pactdesk/domain/kernel/context'
import { getContact, grantContact, listContacts } from '@pactdesk/domain/tenancy/routes'
import type { ContactView } from '@pactdesk/domain/tenancy/views'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { useWho } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../FormDialog.tsx'
import { IdentityFields } from './IdentityFields.tsx'

type Props = { client: string; contact: ContactView; onClose: () => void }

/** Lets a contact sign in to the portal, or changes what they may do there. */
export function AccessForm({ client, contact, onClose }: Props) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const { me } = useWho()
  // Lists don't carry identities; the one of a member is read with the person.
  const whole = useApiQuery(getContact, { params: { client, contact: contact.id } }, { enabled: contact.status === 'member' })
  const [typed, setTyped] = useState<{ issuer: string; subject: string }>()
  const [roles, setRoles] = useState<ClientRole[]>(contact.roles.length > 0 ? contact.roles : ['client-user'])
  const identity = typed ?? whole.data?.value.identity ?? { issuer: me.issuer, subject: '' }
  const grant = useApiMutation(grantContact, { refreshes: [listContacts, getContact], onDone: onClose })
  const ready = identity.issuer.trim() && identity.subject.trim() && roles.length > 0
  return (
    <FormDialog
      title={t('access.title', { name: inLanguage(contact.name, language) })}
      onClose={onClose}
      action={t('access.grant')}
      pending={grant.pending}
      error={grant.error}
      missing={ready ? undefined : t('access.missing')}
      onSubmit={() =>
        void grant.send({
          params: { client, contact: contact.id },
          body: { issuer: identity.issuer.trim(), subject: identity.subject.trim(), roles },
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
      <IdentityFields identity={identity} set={setTyped} />
    </FormDialog>
  )
}
