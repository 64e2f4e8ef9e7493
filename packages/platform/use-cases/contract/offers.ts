import { unwrap } from '@pactdesk/domain/kernel/result'
import * as contract from '@pactdesk/domain/outsourcing/contract/index'
import { handle } from '../../http/api.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, subjectContract } from './answer.ts'
import { keepBody } from './bodies.ts'
import { devicesInService } from './devices.ts'
import { contractsInForce, keepVersion, openRegister } from './register.ts'

const offer = handle(contract.offerContract, async ({ uow, params: { client, contract: id }, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const reads = { devices: await devicesInService(uow, client), others: await contractsInForce(uow, client) }
  return answer(uow, uow.append(loaded, unwrap(contract.offer(loaded.state, reads))), etag)
})

const withdraw = handle(contract.withdrawContract, async ({ uow, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const reason = keepBody(uow, loaded, body.reason)
  return answer(uow, uow.append(loaded, unwrap(contract.withdrawOffer(loaded.state, reason))), etag)
})

const signOnPaper = handle(contract.signContractOnPaper, async ({ uow, env, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const paper = {
    providerOn: body.providerSignedOn,
    clientOn: body.clientSignedOn,
    scan: await storedFile(uow, client, body.scan, 'contract-scan'),
  }
  const register = await openRegister(uow, client)
  const events = unwrap(contract.signOnPaper(loaded.state, paper, register.contracts, env))
  const signed = uow.append(loaded, events)
  register.enter(signed.state)
  keepVersion(uow, signed.state)
  return answer(uow, signed, etag)
})

export const offerHandlers = [offer, withdraw, signOnPaper]
