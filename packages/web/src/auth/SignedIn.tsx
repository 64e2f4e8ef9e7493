import { Button } from '@mantine/core'
import { getMe } from '@pactdesk/domain/tenancy/routes'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useAuth } from 'react-oidc-context'
import { keyOf, queryClient, useApiQuery } from '../api/query.ts'
import { useTranslation } from '../i18n/i18n.ts'
import { Gate } from './Gate.tsx'
import { Identity } from './Identity.tsx'
import { invitationIn, Join } from './Join.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { session } from './session.ts'
import { chooseMembership, type Membership, type Who, WhoContext } from './who.ts'

/** Asks for sign-in, then who that is and in which workspace; shows `children` only when both are known. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation('layout')
  const auth = useAuth()
  const signedIn = Boolean(auth.user)
  const atCallback = window.location.pathname.startsWith('/auth/')
  const leaving = auth.activeNavigator === 'signinRedirect' || auth.activeNavigator === 'signoutRedirect'
  const mustSignIn = !auth.isLoading && !signedIn && !auth.error && !leaving && !atCallback

  useEffect(() => {
    if (mustSignIn) void auth.signinRedirect({ state: { returnTo: window.location.pathname + window.location.search } })
  }, [mustSignIn, auth])

  if (auth.error && !signedIn)
    return (
      <Gate
        title={t('session.signInTitle')}
        text={t('session.failed', { reason: auth.error.message })}
        action={t('session.again')}
        onAction={() => void auth.signinRedirect({ state: { returnTo: '/' } })}
      />
    )
  if (!signedIn && window.location.pathname === '/auth/signed-out')
    return (
      <Gate
        title={t('session.signInTitle')}
        text={t('session.signInText')}
        action={t('session.signIn')}
        onAction={() => void auth.signinRedirect({ state: { returnTo: '/' } })}
      />
    )
  // While signing in again the app stays: whatever was typed is in it.
  if (!signedIn) return <Gate waiting text={t('session.signingIn')} />
  const invitation = invitationIn(window.location.pathname)
  if (invitation) return <Join code={invitation} />
  return <Member>{children}</Member>
}

/** From the identity to its membership; people without one learn whom to ask. */
function Member({ children }: { children: ReactNode }) {
  const { t } = useTranslation('layout')
  const auth = useAuth()
  const me = useApiQuery(getMe, {})
  const subject = auth.user?.profile.sub ?? ''
  const found = me.data && chooseMembership(me.data.value.memberships, session.lastWorkspace(subject))
  if (found && session.workspace === undefined) enter(subject, found)
  const who = useMemo<Who | undefined>(
    () =>
      me.data && found
        ? {
            me: me.data.value,
            membership: found,
            roles: found.roles as Who['roles'],
            isStaff: found.kind === 'staff',
            switchTo: workspace => {
              session.enter(subject, workspace)
              window.location.assign('/')
            },
            signOut: () => void auth.signoutRedirect(),
          }
        : undefined,
    [me.data, found, subject, auth],
  )

  // What a token may do is remembered for a minute; a fresh one is looked up at once.
  const again = async (): Promise<void> => {
    await auth.signinSilent()
    await me.refetch()
  }

  // A later failure must not take down the app: what was learnt still holds, and typed text lives below.
  if (!me.data && me.isError)
    return (
      <Gate
        title={t('session.unavailable')}
        text={t('session.unavailableText')}
        action={t('session.tryAgain')}
        onAction={() => void me.refetch()}
      />
    )
  if (!me.data) return <Gate waiting text={t('session.signingIn')} />
  if (!who)
    return (
      <Gate
        title={t('session.noMembership')}
        text={t('session.noMembershipText', { name: auth.user?.profile.email ?? me.data.value.subject })}
        action={t('session.signOut')}
        onAction={() => void auth.signoutRedirect()}
      >
        <Identity issuer={me.data.value.issuer} subject={me.data.value.subject} />
        <Button onClick={() => void again()}>{t('session.tryAgain')}</Button>
      </Gate>
    )
  return (
    <WhoContext value={who}>
      {children}
      <SessionEnded />
    </WhoContext>
  )
}

/** From here on answers are kept under the workspace; what was learnt before it was chosen moves along. */
function enter(subject: string, membership: Membership): void {
  const before = queryClient.getQueryData(keyOf(getMe, {}))
  session.enter(subject, membership.workspace)
  queryClient.setQueryData(keyOf(getMe, {}), before)
}
