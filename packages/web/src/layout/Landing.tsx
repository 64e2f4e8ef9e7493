import { Navigate } from '@tanstack/react-router'
import { Gate } from '../auth/Gate.tsx'
import { useWho } from '../auth/who.ts'
import { useTranslation } from '../i18n/i18n.ts'
import { landingFor, lastSection } from './landing.ts'
import { footFor, portalFor, railFor } from './navigation.ts'

/** `/` leads to where the role's day begins; who may open nothing can at least leave. */
export function Landing() {
  const { t } = useTranslation('layout')
  const { roles, isStaff, membership, signOut } = useWho()
  const open = (isStaff ? [...railFor(roles), ...footFor(roles)] : portalFor(roles)).map(({ to }) => to)
  const to = landingFor({ roles, open, last: lastSection(membership.workspace), phone: window.innerWidth < 768 })
  if (to) return <Navigate to={to} replace />
  return <Gate title={t('notFound.title')} text={t('notFound.text')} action={t('session.signOut')} onAction={signOut} />
}
