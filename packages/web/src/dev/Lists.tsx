import { useTranslation } from '../i18n/i18n.ts'
import { ClockBand } from '../parts/band/ClockBand.tsx'
import { Avatar, ClientMark } from '../parts/marks/Avatar.tsx'
import { PriorityBars } from '../parts/marks/PriorityBars.tsx'
import { PromiseChip } from '../parts/promise/PromiseChip.tsx'
import { DataTable } from '../parts/table/DataTable.tsx'
import { band, now, tickets, zone } from './examples.ts'
import { Section } from './Section.tsx'

export function Lists() {
  const { t } = useTranslation('dev')
  return (
    <>
      <Section title={t('band')} card>
        <ClockBand intervals={band} zone={zone} viewer="Australia/Sydney" now={now} />
      </Section>
      <Section title={t('table')}>
        <DataTable
          label={t('table')}
          rows={tickets}
          rowKey={ticket => ticket.id}
          onOpen={() => undefined}
          phone={({ subject, promise, id, client }) => ({
            title: subject,
            chip: <PromiseChip view={promise} zone={zone} />,
            meta: `${id} · ${client.name}`,
          })}
          columns={[
            { key: 'priority', header: t('columns.priority'), cell: ({ priority }) => <PriorityBars level={priority} /> },
            {
              key: 'number',
              header: t('columns.number'),
              cell: ({ id }) => <span style={{ color: 'var(--text-2)' }}>{id}</span>,
            },
            { key: 'subject', header: t('columns.subject'), cell: ({ subject }) => subject, grow: true },
            {
              key: 'client',
              header: t('columns.client'),
              cell: ({ client }) => (
                <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
                  <ClientMark {...client} />
                  {client.name}
                </span>
              ),
            },
            { key: 'to', header: t('columns.to'), cell: ({ to }) => <Avatar name={to} /> },
            {
              key: 'promise',
              header: t('columns.promise'),
              cell: ({ promise }) => <PromiseChip view={promise} zone={zone} />,
              sortable: true,
            },
          ]}
          sort={{ key: 'promise', direction: 'ascending' }}
          onSort={() => undefined}
        />
      </Section>
    </>
  )
}
