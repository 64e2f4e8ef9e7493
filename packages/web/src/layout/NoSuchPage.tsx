import { Link } from '@tanstack/react-router'
import { useTranslation } from '../i18n/i18n.ts'
import css from './layout.module.css'

/** An address that leads nowhere, or to what the role may not open: the two look the same. */
export function NoSuchPage() {
  const { t } = useTranslation('layout')
  return (
    <div className={css.padded}>
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <Link to="/">{t('notFound.home')}</Link>
    </div>
  )
}
