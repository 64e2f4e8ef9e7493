import { addContact, changeContact, listContacts } from '@pactdesk/domain/tenancy/routes'
import type { ContactView } from '@pactdesk/domain/tenancy/views'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../FormDialog.tsx'
import { isNamed, nobody, PersonFields, personFormOf, personOf } from './PersonFields.tsx'

type Props = { client: string; contact?: ContactView | undefined; onClose: () => void }

export function ContactForm({ client, contact, onClose }: Props) {
  const { t } = useTranslation('clients')
  const [person, setPerson] = useState(contact ? personFormOf(contact) : nobody)
  const add = useApiMutation(addContact, { refreshes: [listContacts], onDone: onClose })
  const change = useApiMutation(changeContact, { refreshes: [listContacts], onDone: onClose })
  return (
    <FormDialog
      title={t(contact ? 'person.change' : 'person.new')}
      onClose={onClose}
      action={t('save')}
      pending={add.pending || change.pending}
      error={add.error ?? change.error}
      missing={isNamed(person) ? undefined : t('person.missing')}
      onSubmit={() =>
        contact
          ? void change.send({ params: { client, contact: contact.id }, body: personOf(person) })
          : void add.send({ params: { client }, body: personOf(person) })
      }
    >
      <PersonFields person={person} set={setPerson} />
    </FormDialog>
  )
}
