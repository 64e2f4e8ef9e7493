import { Button } from '@mantine/core'
import { ProblemError } from '@pactdesk/domain/kernel/client'
import { acceptInvitation, getMe } from '@pactdesk/domain/tenancy/routes'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useAuth } from 'react-oidc-context'
import { apiIn } from '../api/api.ts'
import { useProblemText } from '../api/problem.ts'
import { inLanguage } from '../format/language.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Gate } from './Gate.tsx'
import { session } from './session.ts'

/** The code of an invitation, when that is the address opened. */
export const invitationIn = (path: string): string | undefined => /^\/join\/([\w-]{43})$/.exec(path)?.[1]

/** What an invitation offers, and the account that would take it. Taking it is one click; then the new workspace opens. */
export function Join({ code }: { code: string }) {
  const { t } = useTranslation('layout')
  const language = useLanguage()
  const problem = useProblemText()
  const auth = useAuth()
  const invited = useQuery({
    queryKey: ['join', code],
    queryFn: () => apiIn(`join.${code}`).call(getMe, {}),
    retry: (count, error) => count < 2 && !(error instanceof ProblemError),
  })
  const accept = useMutation({
    mutationFn: async () => {
      const { workspace } = (await apiIn(`join.${code}`).call(acceptInvitation, { body: { code } })).value
      await membershipIn(workspace)
      session.enter(auth.user?.profile.sub ?? '', workspace)
      window.location.assign('/')
    },
  })
  if (invited.isPending) return <Gate waiting text={t('session.signingIn')} />
  const place = invited.data?.value.memberships[0]
  if (!place)
    return (
      <Gate
        title={t('join.gone')}
        text={t('join.goneText')}
        action={t('notFound.home')}
        onAction={() => window.location.assign('/')}
      />
    )
  const account = auth.user?.profile.email ?? auth.user?.profile.name ?? ''
  const names = {
    provider: inLanguage(place.providerName, language),
    company: inLanguage(place.clientName ?? place.providerName, language),
    person: place.personName,
  }
  return (
    <Gate
      title={t('join.title', names)}
      text={t(place.kind === 'staff' ? 'join.staffText' : 'join.clientText', { ...names, account })}
      action={t(accept.isPending ? 'join.joining' : 'join.accept')}
      onAction={() => accept.isPending || accept.mutate()}
    >
      {accept.error && <p role="alert">{problem(accept.error)}</p>}
      <Button variant="subtle" onClick={() => void auth.signoutRedirect()}>
        {t('join.otherAccount')}
      </Button>
    </Gate>
  )
}

/** The directory learns of the place a moment after it was taken. `-.<anything>` asks past what is remembered for a minute. */
async function membershipIn(workspace: string): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    const me = await apiIn(`-.${crypto.randomUUID().replaceAll('-', '')}`).call(getMe, {})
    if (me.value.memberships.some(membership => membership.workspace === workspace)) return
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}
