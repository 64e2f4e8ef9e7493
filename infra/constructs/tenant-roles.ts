import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import {
  type IPrincipal,
  PolicyDocument,
  PolicyStatement,
  type PolicyStatementProps,
  Role,
  SessionTagsPrincipal,
} from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Right } from '../catalogue.ts'
import { accept } from './accept.ts'

const provider = 'P#${aws:PrincipalTag/provider}#'
const client = `${provider}C#\${aws:PrincipalTag/client}#`

const readActions = ['GetItem', 'BatchGetItem', 'Query']
const writeActions = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']

/**
 * Keys must begin with one of `prefixes`. `Null` is needed because ForAllValues is true when a request names no key.
 * Never Scan, never PartiQL.
 */
function keysUnder(table: Table, indexes: string[], actions: string[], prefixes: string[]): PolicyStatement {
  const props: PolicyStatementProps = {
    actions: actions.map(action => `dynamodb:${action}`),
    resources: [table.tableArn, ...indexes.map(index => `${table.tableArn}/index/${index}`)],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map(prefix => `${prefix}*`) },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  }
  return new PolicyStatement(props)
}

function objectsUnder(bucket: Bucket, prefix: string): PolicyStatement {
  return new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [`${bucket.bucketArn}/${prefix}*`] })
}

export type TenantRight = Exclude<Right, 'mail' | 'bus' | 'stream'>

/** What each scope's role may touch; a function assumes it with the session tags of the verified tenant. */
export function tenantPolicies(table: Table, files: Bucket): Record<TenantRight, PolicyStatement[]> {
  return {
    staff: [
      keysUnder(table, ['gsi1', 'gsi2', 'gsi4', 'gsi5'], [...readActions, ...writeActions], [provider]),
      objectsUnder(files, 'p/${aws:PrincipalTag/provider}/'),
    ],
    client: [
      keysUnder(table, ['gsi2', 'gsi5'], [...readActions, ...writeActions], [client]),
      keysUnder(table, [], readActions, [`${provider}PUB#`]),
      objectsUnder(files, 'p/${aws:PrincipalTag/provider}/c/${aws:PrincipalTag/client}/'),
    ],
    'directory-read': [keysUnder(table, [], ['GetItem', 'Query'], ['G#'])],
    'directory-write': [keysUnder(table, [], ['GetItem', 'PutItem'], ['G#'])],
    tick: [
      keysUnder(table, ['gsi3'], ['Query'], ['DUE#']),
      keysUnder(table, [], ['PutItem', 'UpdateItem', 'DeleteItem'], ['DUE#']),
    ],
  }
}

const objectsOf = (prefix: string) => `IAM5[Resource::PactdeskData:ExportsOutputFnGetAttFiles8E6940B8ArnD8EE6C03/${prefix}*]`
const ownPrefix = 'The wildcard stands behind the tags of the verified tenant: it opens this tenant alone'

/** Findings about the wildcard behind a tenant's own prefix of files. */
const tenantFindings = {
  [objectsOf('p/<aws:PrincipalTag/provider>/')]: ownPrefix,
  [objectsOf('p/<aws:PrincipalTag/provider>/c/<aws:PrincipalTag/client>/')]: ownPrefix,
}

export function tenantRole(scope: Construct, id: string, statements: PolicyStatement[], mayAssume: IPrincipal[]): Role {
  const [first, ...rest] = mayAssume
  if (!first) throw new Error(`nobody may assume ${id}`)
  const role = new Role(scope, id, {
    assumedBy: new SessionTagsPrincipal(first),
    inlinePolicies: { scope: new PolicyDocument({ statements }) },
  })
  for (const principal of rest) new SessionTagsPrincipal(principal).addToAssumeRolePolicy(role.assumeRolePolicy!)
  accept(role, tenantFindings)
  return role
}
