import { Modal, TextInput } from '@mantine/core'
import type { StaffRole } from '@pactdesk/domain/kernel/context'
import { addStaff, listStaff } from '@pactdesk/domain/tenancy/routes'
import { machineRoles } from '@pactdesk/domain/tenancy/staff/staff'
import { useState } from 'react'
import { useApiMutation } from '../api/mutation.ts'
import css from '../clients/clients.module.css'
import { FormDialog } from '../clients/FormDialog.tsx'
import { useTranslation } from '../i18n/i18n.ts'
import { CopyText } from '../parts/states/CopyText.tsx'
import { AccessFields, type Served } from './AccessFields.tsx'
import { newToken } from './token.ts'

/** A token for a machine: made in this browser and shown once; the server is told its hash alone. */
export function TokenForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [token] = useState(newToken)
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<StaffRole[]>([])
  const [served, setServed] = useState<Served>('*')
  const add = useApiMutation(addStaff, { refreshes: [listStaff] })
  const send = async (): Promise<void> => {
    const called = { zh: name.trim(), en: name.trim() }
    await add.send({ body: { name: called, ...(await token.identity()), roles, clients: served } })
  }
  if (add.done)
    return (
      <Modal opened onClose={onClose} title={t('token.made', { name })} closeButtonProps={{ 'aria-label': t('token.close') }}>
        <div className={css.form}>
          <p>{t('token.once')}</p>
          <CopyText className={css.code} text={token.text} label={t('token.copy')} copied={t('token.copied')} />
          <p className={css.hint}>{t('token.use')}</p>
        </div>
      </Modal>
    )
  return (
    <FormDialog
      wide
      title={t('token.new')}
      onClose={onClose}
      action={t('token.make')}
      pending={add.pending}
      error={add.error}
      missing={!name.trim() || roles.length === 0 ? t('token.missing') : undefined}
      onSubmit={() => void send()}
    >
      <p className={css.hint}>{t('token.text')}</p>
      <TextInput
        label={t('token.name')}
        required
        data-autofocus
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <AccessFields of={machineRoles} roles={roles} setRoles={setRoles} served={served} setServed={setServed} />
    </FormDialog>
  )
}
