import { ActionIcon, Button, Menu } from '@mantine/core'
import { contactLeaves, getContactInvitation, listContacts, revokeContact } from '@pactdesk/domain/tenancy/routes'
import type { ContactView } from '@pactdesk/domain/tenancy/views'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useProblemText } from '../../api/problem.ts'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import css from '../clients.module.css'
import { AccessForm } from '../forms/AccessForm.tsx'
import { ContactForm } from '../forms/ContactForm.tsx'
import { InvitationDialog } from '../InvitationDialog.tsx'

type Open = { form: 'new' } | { form: 'change' | 'access' | 'invitation'; contact: ContactView }

/** People of a client and who of them may sign in. */
export function People({ client }: { client: string }) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const text = useProblemText()
  const [open, setOpen] = useState<Open>()
  const people = useApiQuery(listContacts, { params: { client }, query: { limit: 200 } })
  const refreshes = [listContacts]
  const leave = useApiMutation(contactLeaves, { refreshes })
  const revoke = useApiMutation(revokeContact, { refreshes })
  const mayAdd = useHasRole('admin', 'account-manager', 'service-desk')
  const failure = leave.error ?? revoke.error
  const place = (contact: ContactView) => ({ params: { client, contact: contact.id } })
  const roles = (contact: ContactView) => (
    <span className={css.line}>
      {contact.roles.map(role => (
        <Tag key={role} tone="accent">
          {t(`role.${role}`)}
        </Tag>
      ))}
      {contact.via === 'invitation' && <Tag tone="warn">{t('person.invited')}</Tag>}
      {contact.status !== 'member' && <Tag>{t(`person.state.${contact.status}`)}</Tag>}
    </span>
  )
  const actions = (contact: ContactView) =>
    contact.actions.length > 0 && (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('person.actions', { name: inLanguage(contact.name, language) })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {contact.actions.includes('change') && (
            <Menu.Item onClick={() => setOpen({ form: 'change', contact })}>{t('change')}</Menu.Item>
          )}
          {contact.actions.includes('grant') && (
            <Menu.Item onClick={() => setOpen({ form: 'access', contact })}>
              {t(contact.status === 'member' ? 'access.change' : 'access.grant')}
            </Menu.Item>
          )}
          {contact.via === 'invitation' && contact.actions.includes('grant') && (
            <Menu.Item onClick={() => setOpen({ form: 'invitation', contact })}>{t('invitation.link')}</Menu.Item>
          )}
          {contact.actions.includes('revoke') && (
            <Menu.Item onClick={() => void revoke.send(place(contact)).then(done => done && sayDone(t('access.revoked')))}>
              {t('access.revoke')}
            </Menu.Item>
          )}
          {contact.actions.includes('leave') && (
            <Menu.Item
              color="var(--bad-text)"
              onClick={() => void leave.send({ ...place(contact), body: {} }).then(done => done && sayDone(t('person.left')))}
            >
              {t('person.leave')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    )
  const columns: Column<ContactView>[] = [
    {
      key: 'name',
      header: t('person.name'),
      grow: true,
      cell: contact => (
        <>
          <Avatar name={inLanguage(contact.name, language)} /> {inLanguage(contact.name, language)}
        </>
      ),
    },
    { key: 'title', header: t('person.title'), cell: contact => contact.title ?? '' },
    { key: 'phone', header: t('person.phone'), cell: contact => contact.phone ?? '' },
    { key: 'email', header: t('person.email'), cell: contact => contact.email ?? '' },
    { key: 'access', header: t('access.column'), cell: roles },
    { key: 'actions', header: '', cell: actions },
  ]
  const add = mayAdd && (
    <Button variant="filled" onClick={() => setOpen({ form: 'new' })}>
      {t('person.new')}
    </Button>
  )
  return (
    <>
      <div className={css.bar}>
        <h2>{t('tab.people')}</h2>
        {add}
      </div>
      {failure !== null && (
        <p className={`${css.error} ${css.inset}`} role="alert">
          {text(failure)}
        </p>
      )}
      <Region query={people} failed={t('failed.people')}>
        {({ value }) =>
          value.items.length === 0 ? (
            <div className={css.inset}>
              <EmptyState kind="not-begun" title={t('person.none')} action={add}>
                {t('person.noneText')}
              </EmptyState>
            </div>
          ) : (
            <DataTable
              label={t('tab.people')}
              columns={columns}
              rows={value.items}
              rowKey={({ id }) => id}
              onOpen={contact => contact.actions.includes('change') && setOpen({ form: 'change', contact })}
              phone={contact => ({
                title: inLanguage(contact.name, language),
                chip: roles(contact),
                meta: [contact.title, contact.phone, contact.email].filter(Boolean).join(' · '),
                action: actions(contact),
              })}
            />
          )
        }
      </Region>
      {open?.form === 'new' && <ContactForm client={client} onClose={() => setOpen(undefined)} />}
      {open?.form === 'change' && <ContactForm client={client} contact={open.contact} onClose={() => setOpen(undefined)} />}
      {open?.form === 'access' && (
        <AccessForm
          client={client}
          contact={open.contact}
          onClose={() => setOpen(undefined)}
          onInvited={() => setOpen({ form: 'invitation', contact: open.contact })}
        />
      )}
      {open?.form === 'invitation' && <Invitation client={client} contact={open.contact} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Invitation({ client, contact, onClose }: { client: string; contact: ContactView; onClose: () => void }) {
  const language = useLanguage()
  const invitation = useApiQuery(getContactInvitation, { params: { client, contact: contact.id } })
  return <InvitationDialog name={inLanguage(contact.name, language)} invitation={invitation} onClose={onClose} />
}
