import { Navigate } from '@tanstack/react-router'
import { useWho } from '../auth/who.ts'
import { landingFor, lastSection } from './landing.ts'
import { NoSuchPage } from './NoSuchPage.tsx'
import { footFor, portalFor, railFor } from './navigation.ts'

/** `/` leads to where the role's day begins. */
export function Landing() {
  const { roles, isStaff, membership } = useWho()
  const open = (isStaff ? [...railFor(roles), ...footFor(roles)] : portalFor(roles)).map(({ to }) => to)
  const to = landingFor({ roles, open, last: lastSection(membership.workspace), phone: window.innerWidth < 768 })
  return to ? <Navigate to={to} replace /> : <NoSuchPage />
}
