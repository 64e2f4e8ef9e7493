import { TextInput } from '@mantine/core'
import { useTranslation } from '../../i18n/i18n.ts'
import css from '../clients.module.css'

export type IdentityForm = { issuer: string; subject: string }

/** Who somebody is at the identity provider. A person without access sees both after signing in, to hand them over. */
export function IdentityFields({ identity, set }: { identity: IdentityForm; set: (identity: IdentityForm) => void }) {
  const { t } = useTranslation('clients')
  return (
    <div className={css.grid}>
      <p className={`${css.hint} ${css.wide}`}>{t('access.identityHint')}</p>
      <TextInput
        className={css.wide}
        label={t('access.issuer')}
        required
        value={identity.issuer}
        onChange={event => set({ ...identity, issuer: event.currentTarget.value })}
      />
      <TextInput
        className={css.wide}
        label={t('access.subject')}
        required
        value={identity.subject}
        onChange={event => set({ ...identity, subject: event.currentTarget.value })}
      />
    </div>
  )
}
