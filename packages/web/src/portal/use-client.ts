import { useHasRole, useWho } from '../auth/who.ts'

/** The company of the signed-in person of a client. */
export function useClientKey(): string {
  const { membership } = useWho()
  if (!membership.client) throw new Error('the portal is for people of a client')
  return membership.client
}

/** Who decides for the company sees all of its tickets and approves quotes. */
export const useDecides = (): boolean => useHasRole('client-approver', 'client-owner')
