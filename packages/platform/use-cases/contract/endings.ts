import { unwrap } from '@pactdesk/domain/kernel/result'
import * as contract from '@pactdesk/domain/outsourcing/contract/index'
import { handle } from '../../http/api.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, subjectContract } from './answer.ts'
import { keepBody } from './bodies.ts'
import { openRegister } from './register.ts'

const give = handle(contract.giveContractNotice, async ({ uow, env, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const register = await openRegister(uow, client)
  const files = await Promise.all(body.evidence.map(file => storedFile(uow, client, file, 'evidence', 'contract-scan')))
  const { by, ground, noticeOn, lastServiceDay } = body
  const ending = { by, ground, noticeOn, lastServiceDay, reason: keepBody(uow, loaded, body.reason), evidence: files }
  const noticed = uow.append(loaded, unwrap(contract.giveNotice(loaded.state, ending, env)))
  register.enter(noticed.state)
  return answer(uow, noticed, etag)
})

const takeBack = handle(contract.takeBackContractNotice, async ({ uow, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const register = await openRegister(uow, client)
  const reason = keepBody(uow, loaded, body.reason)
  const going = uow.append(loaded, unwrap(contract.takeBackNotice(loaded.state, reason)))
  register.enter(going.state)
  return answer(uow, going, etag)
})

export const endingHandlers = [give, takeBack]
