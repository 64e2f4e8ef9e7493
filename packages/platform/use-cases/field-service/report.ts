import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import {
  acceptUnsigned as decideAccept,
  sign as decideSign,
  leaveUnsigned as decideUnsigned,
  type VisitSignature,
} from '@pactdesk/domain/outsourcing/field-service/index'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { handle } from '../../http/api.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, subjectVisit } from './answer.ts'
import { settleVisit } from './deliver.ts'
import { keepNote } from './notes.ts'

/** On the technician's phone with strokes or typed; in the portal a signed-in person of the client signs with the own account. */
const signVisit = handle(routes.signVisit, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  if ((ctx.kind === 'client') !== (body.how === 'portal')) throw wrongWay()
  const name = keepNote(uow, loaded, body.name)!
  const signature: VisitSignature =
    body.how === 'portal'
      ? { how: 'portal', at: env.now, name, contact: ctx.contact! }
      : body.how === 'typed'
        ? { how: 'typed', at: body.at ?? env.now, name }
        : {
            how: 'on-device',
            at: body.at ?? env.now,
            name,
            strokes: await storedFile(uow, params.client, body.strokes, 'visit-signature'),
          }
  const signed = uow.append(loaded, unwrap(decideSign(loaded.state, signature, env)), signature.at)
  await settleVisit(uow, signed.state, body.name)
  return answer(ctx, uow, signed, etag)
})

const leaveUnsigned = handle(routes.leaveUnsigned, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const photo = body.photo === undefined ? undefined : await storedFile(uow, params.client, body.photo, 'visit-photo')
  const absence = { reason: body.reason, note: keepNote(uow, loaded, body.note)!, ...(photo && { photo }) }
  return answer(ctx, uow, uow.append(loaded, unwrap(decideUnsigned(loaded.state, absence, env))), etag)
})

/** The visit's item names who answers for it instead of the client. */
const acceptUnsigned = handle(routes.acceptUnsigned, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const accepted = uow.append(loaded, unwrap(decideAccept(loaded.state, keepNote(uow, loaded, body.note)!, env)))
  await settleVisit(uow, accepted.state, `免签 unsigned, accepted by ${env.actor.name}`.slice(0, 120))
  return answer(ctx, uow, accepted, etag)
})

const wrongWay = () =>
  new DomainFailure({
    code: 'field-service.sign-how',
    kind: 'invalid',
    detail: 'staff hand over the phone for a signature with strokes; the client’s people sign in the portal',
  })

export const reportHandlers = [signVisit, leaveUnsigned, acceptUnsigned]
