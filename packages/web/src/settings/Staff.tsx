import { ActionIcon, Button, Menu } from '@mantine/core'
import { listStaff } from '@pactdesk/domain/tenancy/routes'
import type { StaffView } from '@pactdesk/domain/tenancy/views'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../api/query.ts'
import { useHasRole } from '../auth/who.ts'
import css from '../clients/clients.module.css'
import { inLanguage } from '../format/language.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Avatar } from '../parts/marks/Avatar.tsx'
import { Tag } from '../parts/marks/Tag.tsx'
import { Region } from '../parts/states/Region.tsx'
import { type Column, DataTable } from '../parts/table/DataTable.tsx'
import { type OpenDialog, StaffDialogs } from './StaffDialogs.tsx'

/** People of the provider, their roles and the clients they serve. */
export function Staff() {
  const { t } = useTranslation('settings')
  const { t: roleWord } = useTranslation('layout')
  const language = useLanguage()
  const [open, setOpen] = useState<OpenDialog>()
  const admin = useHasRole('admin')
  const people = useApiQuery(listStaff, { query: { limit: 200 } })
  const name = (staff: StaffView): string => inLanguage(staff.name, language)
  const roles = (staff: StaffView) => (
    <span className={css.roles}>
      {staff.status === 'revoked' ? (
        <Tag>{t('staff.revoked')}</Tag>
      ) : (
        <>
          {staff.via === 'invitation' && <Tag tone="warn">{t('staff.invited')}</Tag>}
          {staff.via === 'token' && <Tag>{t('token.tag')}</Tag>}
          {staff.roles.map(role => (
            <Tag key={role} tone="accent">
              {roleWord(`roles.${role}`)}
            </Tag>
          ))}
        </>
      )}
    </span>
  )
  const served = ({ clients }: StaffView): string => (clients === '*' ? t('staff.all') : clients.join(', '))
  const actions = (staff: StaffView) =>
    staff.actions.length > 0 && (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('staff.actions', { name: name(staff) })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['change', 'access', 'invitation', 'revoke'] as const)
            .filter(mode => (mode === 'invitation' ? staff.via === 'invitation' && admin : staff.actions.includes(mode)))
            .map(mode => (
              <Menu.Item
                key={mode}
                {...(mode === 'revoke' && { color: 'var(--bad-text)' })}
                onClick={() => setOpen({ mode, staff })}
              >
                {t(`staff.${mode}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    )
  const columns: Column<StaffView>[] = [
    {
      key: 'name',
      header: t('staff.name'),
      cell: staff => (
        <>
          <Avatar name={name(staff)} /> {name(staff)}
        </>
      ),
    },
    { key: 'email', header: t('staff.email'), cell: staff => staff.email ?? '' },
    { key: 'roles', header: t('staff.roles'), grow: true, cell: roles },
    { key: 'clients', header: t('staff.clients'), cell: served },
    { key: 'actions', header: '', cell: actions },
  ]
  return (
    <>
      <div className={css.bar}>
        <h2>{t('staff.title')}</h2>
        <Button onClick={() => setOpen({ mode: 'token' })}>{t('token.new')}</Button>
        <Button variant="filled" onClick={() => setOpen({ mode: 'new' })}>
          {t('staff.new')}
        </Button>
      </div>
      <Region query={people} failed={t('staff.failed')}>
        {({ value }) => (
          <DataTable
            label={t('staff.title')}
            columns={columns}
            rows={value.items}
            rowKey={({ id }) => id}
            onOpen={staff => staff.actions.includes('access') && setOpen({ mode: 'access', staff })}
            phone={staff => ({
              title: name(staff),
              chip: staff.status === 'revoked' ? roles(staff) : served(staff),
              meta: staff.status === 'revoked' ? staff.email : roles(staff),
              action: actions(staff),
            })}
          />
        )}
      </Region>
      <StaffDialogs open={open} setOpen={setOpen} />
    </>
  )
}
