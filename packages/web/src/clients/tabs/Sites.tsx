import { ActionIcon, Button, Menu } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { closeSite, getSite, listSites } from '@pactdesk/domain/tenancy/routes'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { formatWorked } from '../../format/duration.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import css from '../clients.module.css'
import { FormDialog } from '../FormDialog.tsx'
import { SiteForm } from '../forms/SiteForm.tsx'

type Row = ResponseOf<typeof listSites>['items'][number]

/** Places of a client with their N. */
export function Sites({ client, zone }: { client: string; zone: string }) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const sites = useApiQuery(listSites, { params: { client }, query: { limit: 200 } })
  const [form, setForm] = useState<'new' | string>()
  const edited = useApiQuery(getSite, { params: { client, site: form ?? '' } }, { enabled: form !== undefined && form !== 'new' })
  const [closing, setClosing] = useState<Row>()
  const close = useApiMutation(closeSite, { refreshes: [listSites, getSite], onDone: () => setClosing(undefined) })
  const mayEdit = useHasRole('admin', 'account-manager', 'service-manager')
  const actions = (row: Row) =>
    mayEdit &&
    row.status === 'open' && (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('site.actions', { name: inLanguage(row.name, language) })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setForm(row.id)}>{t('change')}</Menu.Item>
          <Menu.Item color="var(--bad-text)" onClick={() => setClosing(row)}>
            {t('site.close')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    )
  const columns: Column<Row>[] = [
    { key: 'id', header: t('site.id'), cell: row => row.id },
    { key: 'name', header: t('site.name'), cell: row => inLanguage(row.name, language) },
    { key: 'address', header: t('site.address'), grow: true, cell: row => row.address },
    { key: 'n', header: 'N', align: 'right', cell: row => formatWorked(row.arrivalMinutes, language) },
    { key: 'status', header: t('client.status'), cell: row => <Tag>{t(`site.state.${row.status}`)}</Tag> },
    { key: 'actions', header: '', cell: actions },
  ]
  const add = mayEdit && (
    <Button variant="filled" onClick={() => setForm('new')}>
      {t('site.new')}
    </Button>
  )
  return (
    <>
      <div className={css.bar}>
        <h2>{t('tab.sites')}</h2>
        {add}
      </div>
      <Region query={sites} failed={t('failed.sites')}>
        {({ value }) =>
          value.items.length === 0 ? (
            <div className={css.inset}>
              <EmptyState kind="not-begun" title={t('site.none')} action={add}>
                {t('site.noneText')}
              </EmptyState>
            </div>
          ) : (
            <DataTable
              label={t('tab.sites')}
              columns={columns}
              rows={value.items}
              rowKey={({ id }) => id}
              {...(mayEdit && { onOpen: (row: Row) => setForm(row.id) })}
              phone={row => ({
                title: inLanguage(row.name, language),
                chip: <Tag>{formatWorked(row.arrivalMinutes, language)}</Tag>,
                meta: row.address,
                action: actions(row),
              })}
            />
          )
        }
      </Region>
      {closing && (
        <FormDialog
          title={t('site.closeOne', { name: inLanguage(closing.name, language) })}
          onClose={() => setClosing(undefined)}
          action={t('site.close')}
          pending={close.pending}
          error={close.error}
          onSubmit={() => void close.send({ params: { client, site: closing.id }, body: {} })}
        >
          <p>{t('site.closeEffect')}</p>
        </FormDialog>
      )}
      {form === 'new' && (
        <SiteForm
          client={client}
          zone={zone}
          taken={sites.data?.value.items.map(({ id }) => id) ?? []}
          onClose={() => setForm(undefined)}
        />
      )}
      {form !== undefined && form !== 'new' && edited.data && edited.data.value.id === form && (
        <SiteForm client={client} zone={zone} taken={[]} site={edited.data.value} onClose={() => setForm(undefined)} />
      )}
    </>
  )
}
