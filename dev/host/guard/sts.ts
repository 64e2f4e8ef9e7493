import { randomUUID } from 'node:crypto'
import { account } from '../template/names.ts'
import type { RoleModel } from '../template/roles.ts'
import type { RequestContext } from './condition.ts'
import { compileTrust } from './policy.ts'
import type { Session, Sessions } from './sessions.ts'

export type XmlAnswer = { status: number; body: string }

/**
 * AssumeRole with Tags and GetCallerIdentity, as the STS query protocol answers them. A role is handed out only when the
 * caller's own policy allows sts:AssumeRole (and sts:TagSession, when tags come along) on it and its trust policy names the
 * caller for the same actions. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function sts(
  form: URLSearchParams,
  caller: Session | undefined,
  sessions: Sessions,
  roles: ReadonlyMap<string, RoleModel>,
): XmlAnswer {
  if (!caller) return failure(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.')
  const action = form.get('Action')
  if (action === 'GetCallerIdentity') {
    const { roleName, sessionName } = caller.principal
    return success(
      action,
      `<Arn>${assumedArn(roleName, sessionName)}</Arn><UserId>${escaped(roleName)}</UserId><Account>${account}</Account>`,
    )
  }
  if (action !== 'AssumeRole') return failure(400, 'InvalidAction', `${action} is not part of local STS`)
  const arn = form.get('RoleArn') ?? ''
  const sessionName = form.get('RoleSessionName') ?? ''
  const seconds = Number(form.get('DurationSeconds') ?? 3600)
  const tags = tagsOf(form)
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName))
    return failure(400, 'ValidationError', `RoleSessionName ${sessionName} is not valid`)
  if (!(seconds >= 900 && seconds <= 43_200))
    return failure(400, 'ValidationError', `DurationSeconds ${seconds} is not within 900..43200`)
  if (Object.entries(tags).some(([key, value]) => key === '' || key.length > 128 || value.length > 256))
    return failure(400, 'ValidationError', 'a session tag has a key of 1..128 and a value of at most 256 characters')
  const role = [...roles.values()].find(known => known.arn === arn)
  const denied = refusal(caller, arn, role, sessionName, tags)
  if (!role || denied) return failure(403, 'AccessDenied', denied ?? `Role ${arn} does not exist`)
  const credentials = sessions.assume(role.name, sessionName, tags, Date.now() + seconds * 1000)
  return success(
    action,
    `<AssumedRoleUser><Arn>${assumedArn(role.name, sessionName)}</Arn><AssumedRoleId>${escaped(`${role.name}:${sessionName}`)}</AssumedRoleId></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${credentials.accessKeyId}</AccessKeyId><SecretAccessKey>${credentials.secretAccessKey}</SecretAccessKey>` +
      `<SessionToken>${credentials.sessionToken}</SessionToken><Expiration>${new Date(credentials.expiresAt).toISOString()}</Expiration></Credentials>`,
  )
}

function refusal(
  caller: Session,
  arn: string,
  role: RoleModel | undefined,
  sessionName: string,
  tags: Record<string, string>,
): string | undefined {
  const actions = Object.keys(tags).length > 0 ? ['sts:AssumeRole', 'sts:TagSession'] : ['sts:AssumeRole']
  const context: RequestContext = new Map<string, readonly string[]>([
    ['sts:rolesessionname', [sessionName]],
    ['aws:tagkeys', Object.keys(tags)],
    ['aws:principalarn', [caller.principal.roleArn]],
    ...Object.entries(tags).map(([key, value]) => [`aws:requesttag/${key.toLowerCase()}`, [value]] as const),
  ])
  const trusts = compileTrust(role?.trust ?? [], caller.principal.roleArn)
  const denied = actions.find(action => !caller.policy(action, arn, context) || !trusts(action, context))
  return denied && `User: ${caller.principal.roleArn} is not authorized to perform: ${denied} on resource: ${arn}`
}

function tagsOf(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {}
  for (let i = 1; form.has(`Tags.member.${i}.Key`); i++)
    tags[form.get(`Tags.member.${i}.Key`)!] = form.get(`Tags.member.${i}.Value`) ?? ''
  return tags
}

const assumedArn = (role: string, session: string) => escaped(`arn:aws:sts::${account}:assumed-role/${role}/${session}`)
const escaped = (text: string) => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)
const xmlns = 'https://sts.amazonaws.com/doc/2011-06-15/'

const success = (action: string, result: string): XmlAnswer => ({
  status: 200,
  body: `<${action}Response xmlns="${xmlns}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
})
const failure = (status: number, code: string, message: string): XmlAnswer => ({
  status,
  body: `<ErrorResponse xmlns="${xmlns}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
})
