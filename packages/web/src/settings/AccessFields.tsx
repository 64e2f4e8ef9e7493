import { Checkbox, MultiSelect } from '@mantine/core'
import { type StaffRole, staffRoles } from '@pactdesk/domain/kernel/context'
import { listClients } from '@pactdesk/domain/tenancy/routes'
import { useApiQuery } from '../api/query.ts'
import css from '../clients/clients.module.css'
import { inLanguage } from '../format/language.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'

export type Served = '*' | string[]
type Props = {
  /** Roles to choose from. */
  of: readonly StaffRole[]
  roles: readonly StaffRole[]
  setRoles: (roles: StaffRole[]) => void
  served: Served
  setServed: (served: Served) => void
}

/** Roles, and the clients they count for. */
export function AccessFields({ of, roles, setRoles, served, setServed }: Props) {
  const { t } = useTranslation('settings')
  const { t: roleWord } = useTranslation('layout')
  const language = useLanguage()
  const clients = useApiQuery(listClients, { query: { limit: 200 } })
  return (
    <>
      <Checkbox.Group
        label={t('staff.roles')}
        value={[...roles]}
        onChange={chosen => setRoles(staffRoles.filter(role => chosen.includes(role)))}
      >
        <div className={css.grid} style={{ marginTop: 8 }}>
          {of.map(role => (
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
    </>
  )
}
