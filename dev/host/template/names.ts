import { HostFault } from '../fault.ts'
import type { Json, Resource } from './assembly.ts'

/** The one account and region in which local mode pretends to run. */
export const region = 'us-east-1'
export const account = '000000000000'
export const pseudo: Record<string, Json> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

type Naming = {
  /** Property with the physical name, if one may be given. */
  name?: string
  /** Physical name when the template gives none; default the logical id. */
  unnamed?: (id: string) => string
  arn?: (name: string) => string
  /** What `Ref` gives; default the physical name. */
  ref?: (name: string) => string
  attributes?: Record<string, (name: string) => string>
}

const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`
const queueUrl = (name: string) => `https://sqs.${region}.amazonaws.com/${account}/${name}`

/** Physical names, `Ref` and `Fn::GetAtt` of the resource types that local mode knows. */
const namings: Record<string, Naming> = {
  'AWS::DynamoDB::Table': {
    name: 'TableName',
    arn: name => arn('dynamodb', `table/${name}`),
    attributes: { StreamArn: name => arn('dynamodb', `table/${name}/stream/local`) },
  },
  'AWS::Lambda::Function': { name: 'FunctionName', arn: name => arn('lambda', `function:${name}`) },
  'AWS::IAM::Role': {
    name: 'RoleName',
    arn: name => `arn:aws:iam::${account}:role/${name}`,
    attributes: { RoleId: name => `AROA${name.toUpperCase()}` },
  },
  'AWS::IAM::ManagedPolicy': { ref: name => `arn:aws:iam::${account}:policy/${name}` },
  'AWS::SQS::Queue': {
    name: 'QueueName',
    arn: name => arn('sqs', name),
    ref: queueUrl,
    attributes: { QueueName: name => name, QueueUrl: queueUrl },
  },
  'AWS::SNS::Topic': { name: 'TopicName', arn: name => arn('sns', name), ref: name => arn('sns', name) },
  'AWS::S3::Bucket': {
    name: 'BucketName',
    unnamed: id => id.toLowerCase(),
    arn: name => `arn:aws:s3:::${name}`,
    attributes: {
      DomainName: name => `${name}.s3.amazonaws.com`,
      RegionalDomainName: name => `${name}.s3.${region}.amazonaws.com`,
    },
  },
  'AWS::Events::EventBus': { name: 'Name', arn: name => arn('events', `event-bus/${name}`), attributes: { Name: name => name } },
  'AWS::Events::Rule': { name: 'Name', arn: name => arn('events', `rule/${name}`) },
  'AWS::Scheduler::Schedule': { name: 'Name', arn: name => arn('scheduler', `schedule/default/${name}`) },
  'AWS::Scheduler::ScheduleGroup': { name: 'Name', arn: name => arn('scheduler', `schedule-group/${name}`) },
  'AWS::Logs::LogGroup': { name: 'LogGroupName', arn: name => arn('logs', `log-group:${name}:*`) },
  'AWS::KMS::Key': { arn: name => arn('kms', `key/${name}`), attributes: { KeyId: name => name } },
  'AWS::SecretsManager::Secret': { name: 'Name', ref: name => arn('secretsmanager', `secret:${name}`) },
  'AWS::SSM::Parameter': { name: 'Name' },
  'AWS::ApiGatewayV2::Api': { attributes: { ApiId: name => name } },
  'AWS::ApiGatewayV2::Authorizer': { attributes: { AuthorizerId: name => name } },
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::Stage': {},
  'AWS::Lambda::EventSourceMapping': {},
}

const namingOf = ({ Type }: Resource, wanted: string): Naming => {
  const naming = namings[Type]
  if (!naming) throw new HostFault(`${wanted} can't be resolved: local mode does not know ${Type}.`)
  return naming
}

/** `given` resolves the name property, where the template sets one. */
export function physicalName(id: string, resource: Resource, given: (value: Json) => Json): string {
  const naming = namingOf(resource, id)
  const value = naming.name && resource.Properties?.[naming.name]
  return value === undefined || value === '' ? (naming.unnamed?.(id) ?? id) : String(given(value))
}

/** Value of `Ref` for a resource with this physical name. */
export const refValue = (resource: Resource, name: string): string => namingOf(resource, name).ref?.(name) ?? name

/** Value of `Fn::GetAtt`; throws for attributes that local mode does not know. */
export function attributeValue(resource: Resource, name: string, attribute: string): string {
  const naming = namingOf(resource, `${name}.${attribute}`)
  const value =
    naming.attributes?.[attribute] ?? (/^(Arn|.*Arn)$/.test(attribute) && attribute !== 'StreamArn' ? naming.arn : undefined)
  if (!value) throw new HostFault(`${resource.Type} has no attribute ${attribute} in local mode (asked of ${name}).`)
  return value(name)
}
