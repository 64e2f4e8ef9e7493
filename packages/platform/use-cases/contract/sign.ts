import { unwrap } from '@pactdesk/domain/kernel/result'
import * as contract from '@pactdesk/domain/outsourcing/contract/index'
import { handle } from '../../http/api.ts'
import { canonical } from '../../run/canonical.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, subjectContract } from './answer.ts'
import { keepBody } from './bodies.ts'
import { keepVersion, openRegister } from './register.ts'

/**
 * Signing on the screen. Staff sign for the provider, the client's owner for the client; the second signature puts the contract
 * in force in the same commit. What is kept of the person lies in a body whose hash the event holds.
 */
const sign = handle(contract.signContract, async ({ ctx, uow, env, params: { client, contract: id }, body, sourceIp, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const party = ctx.kind === 'client' ? 'client' : 'provider'
  const { image, consent: _, ...given } = body
  const evidence: contract.SignatureEvidence = {
    ...given,
    party,
    at: env.now,
    address: sourceIp,
    account: env.actor.id,
    consent: consentWords(loaded.state, party),
    ...(image && { image: await storedFile(uow, client, image, 'signature') }),
  }
  const register = await openRegister(uow, client)
  const command = { ...body, evidence: keepBody(uow, loaded, canonical(evidence)) }
  const events =
    party === 'client'
      ? contract.signAsClient(loaded.state, command, register.contracts, env)
      : contract.signAsProvider(loaded.state, command, env)
  const signed = uow.append(loaded, unwrap(events))
  if (signed.state.status === 'active') {
    register.enter(signed.state)
    keepVersion(uow, signed.state)
  }
  return answer(uow, signed, etag, { [party]: evidence })
})

/** The sentence that was ticked, kept word for word. */
function consentWords({ terms }: contract.Contract, party: contract.PartyRole): { zh: string; en: string } {
  const company = terms[party].name
  return {
    zh: `我已阅读合同 ${terms.number} 的全部条款，并有权代表${company}签署。`,
    en: `I have read all clauses of contract ${terms.number} and may sign on behalf of ${terms[party].nameEn ?? company}.`,
  }
}

export const signHandlers = [sign]
