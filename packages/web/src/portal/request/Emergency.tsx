import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { IconPhone } from '@tabler/icons-react'
import { useApiQuery } from '../../api/query.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './request.module.css'

/** The telephone for a major fault: never behind a click. */
export function Emergency() {
  const { t } = useTranslation('portal')
  const phone = useApiQuery(getProvider, {}).data?.value.card.emergencyPhone
  if (!phone) return null
  return (
    <p className={css.emergency}>
      <IconPhone size={18} stroke={1.6} aria-hidden />
      <span>{t('emergency')}</span>
      <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
    </p>
  )
}
