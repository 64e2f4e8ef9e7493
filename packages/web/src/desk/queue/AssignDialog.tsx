import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useStaff } from '../ticket/use-staff.ts'

type Person = { id: string; name: string }
type Props = {
  opened: boolean
  onClose: () => void
  client?: string | undefined
  count: number
  pending: boolean
  error?: unknown
  onAssign: (person: Person) => void
}

/** Whom to give it to: one ticket or all that are selected. */
export function AssignDialog({ opened, onClose, client, count, pending, error, onAssign }: Props) {
  const { t } = useTranslation('desk')
  const staff = useStaff(client)
  const [chosen, setChosen] = useState<string | null>(null)
  const person = staff.find(({ id }) => id === chosen)
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('assign.title', { count })}
      submit={t('assign.submit')}
      pending={pending}
      error={error}
      missing={person ? undefined : t('assign.missing')}
      onSubmit={() => person && onAssign({ id: person.id, name: person.name })}
    >
      <Select
        label={t('assign.person')}
        data={staff.map(({ id, label }) => ({ value: id, label }))}
        value={chosen}
        onChange={setChosen}
        searchable
        data-autofocus
      />
    </FormDialog>
  )
}
