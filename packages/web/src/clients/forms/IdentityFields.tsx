import { Checkbox, TextInput } from '@mantine/core'
import { useWho } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from '../clients.module.css'

export type IdentityForm = { issuer: string; subject: string }

/** The account typed, none (then the person is invited), or `half` when one of the two is missing. */
export function accountTyped(typed: IdentityForm | undefined): IdentityForm | 'half' | undefined {
  if (!typed) return undefined
  const [issuer, subject] = [typed.issuer.trim(), typed.subject.trim()]
  return issuer && subject ? { issuer, subject } : 'half'
}

type Props = { email?: string | undefined; identity: IdentityForm | undefined; set: (identity: IdentityForm | undefined) => void }

/** How somebody comes in: by an invitation, or by the account an administrator names. */
export function IdentityFields({ email, identity, set }: Props) {
  const { t } = useTranslation('clients')
  const { me } = useWho()
  return (
    <div className={css.grid}>
      <p className={`${css.hint} ${css.wide}`}>{email ? t('invitation.willMail', { email }) : t('invitation.willLink')}</p>
      <Checkbox
        className={css.wide}
        label={t('access.named')}
        checked={identity !== undefined}
        onChange={event => set(event.currentTarget.checked ? { issuer: me.issuer, subject: '' } : undefined)}
      />
      {identity && (
        <>
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
            description={t('access.identityHint')}
            required
            value={identity.subject}
            onChange={event => set({ ...identity, subject: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  )
}
