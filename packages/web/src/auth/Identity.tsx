import { useTranslation } from '../i18n/i18n.ts'
import { CopyText } from '../parts/states/CopyText.tsx'
import css from './Gate.module.css'

/** Who a person is at the identity provider: what an administrator types to give access. */
export function Identity({ issuer, subject }: { issuer: string; subject: string }) {
  const { t } = useTranslation('layout')
  return (
    <dl className={css.identity}>
      {(Object.entries({ issuer, subject }) as ['issuer' | 'subject', string][]).map(([name, text]) => (
        <div key={name}>
          <dt>{t(`session.${name}`)}</dt>
          <dd>
            <CopyText text={text} label={t('session.copy')} copied={t('session.copied')} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
