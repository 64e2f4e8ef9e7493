import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { AuthProvider } from 'react-oidc-context'
import { useTranslation } from '../i18n/i18n.ts'
import { userManager } from './config.ts'
import { Gate } from './Gate.tsx'
import { SignedIn } from './SignedIn.tsx'

/** After the issuer answered, back to where the person wanted to go, without code and state in the address. */
function returnTo(user: { state?: unknown } | undefined): void {
  const state = user?.state as { returnTo?: string } | undefined
  const path = state?.returnTo?.startsWith('/') && !state.returnTo.startsWith('//') ? state.returnTo : '/'
  window.history.replaceState({}, '', path)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

/** Everything below needs a signed-in person in a workspace. */
export function AuthGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation('layout')
  const manager = useQuery({ queryKey: ['user-manager'], queryFn: userManager, staleTime: Number.POSITIVE_INFINITY })
  if (manager.isError)
    return (
      <Gate
        title={t('session.unavailable')}
        text={t('session.unavailableText')}
        action={t('session.tryAgain')}
        onAction={() => void manager.refetch()}
      />
    )
  if (!manager.data) return <Gate waiting text={t('session.signingIn')} />
  return (
    <AuthProvider userManager={manager.data} onSigninCallback={returnTo}>
      <SignedIn>{children}</SignedIn>
    </AuthProvider>
  )
}
