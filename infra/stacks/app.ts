import { subscriptions } from '@pactdesk/domain/subscriptions'
import { CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnStage, HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, FilterRule, type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, S3OnFailureDestination } from 'aws-cdk-lib/aws-lambda-event-sources'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import {
  apiFunctions,
  apiGroups,
  authorizer,
  consumers,
  type FunctionSpec,
  functions,
  openapi,
  relay,
  tick,
  webhooks,
} from '../catalogue.ts'
import { accept, noServerAccessLogs } from '../constructs/accept.ts'
import { moduleConsumer } from '../constructs/module-consumer.ts'
import { serviceFunction } from '../constructs/service-function.ts'
import { type TenantRight, tenantPolicies, tenantRole } from '../constructs/tenant-roles.ts'

type Props = StackProps & { table: Table; files: Bucket }

const roleVariable: Record<TenantRight, string> = {
  staff: 'STAFF_ROLE_ARN',
  client: 'CLIENT_ROLE_ARN',
  'directory-read': 'DIRECTORY_READ_ROLE_ARN',
  'directory-write': 'DIRECTORY_WRITE_ROLE_ARN',
  tick: 'TICK_ROLE_ARN',
}

/** One line a request, without address or name of a person. */
const accessLog = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  refusedBy: '$context.authorizer.error',
}

/** Functions, roles, bus, timers and the HTTP API. */
export class AppStack extends Stack {
  readonly api: HttpApi

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props)
    const { table, files } = props
    const bus = new EventBus(this, 'Bus', { eventBusName: 'pactdesk' })
    const byName = this.#functions(table, files, bus)
    this.#relay(table, byName(relay))
    for (const [module, spec] of Object.entries(consumers)) {
      const heard = subscriptions[module as keyof typeof subscriptions]
      if (heard.length > 0)
        moduleConsumer(
          this,
          module,
          bus,
          byName(spec),
          heard.map(event => event.type),
        )
    }
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaTarget(byName(tick), { retryAttempts: 0 })],
    })
    this.api = this.#http(byName)
    new CfnOutput(this, 'ApiUrl', { value: this.api.apiEndpoint })
  }

  #functions(table: Table, files: Bucket, bus: EventBus): (spec: FunctionSpec) => LambdaFunction {
    const parameter = (id: string, description: string, secret = false, fallback = '') =>
      new CfnParameter(this, id, { type: 'String', description, default: fallback, noEcho: secret }).valueAsString
    const environment = {
      STAGE: parameter('Stage', 'Name of the stage; only "local" may shift business time', false, 'prod'),
      TABLE_NAME: table.tableName,
      FILES_BUCKET: files.bucketName,
      PUBLIC_URL: parameter('PublicUrl', 'Where people reach the web app, without a closing slash'),
      OIDC_ISSUERS: parameter('OidcIssuers', 'JSON list of {issuer, jwksUri, clientIds}', false, '[]'),
      STRIPE_API_KEY: parameter('StripeApiKey', 'Secret key; empty where providers take bank transfers only', true),
      STRIPE_WEBHOOK_SECRET: parameter('StripeWebhookSecret', 'Signing secret of the webhook endpoint', true),
      STRIPE_API_BASE: parameter('StripeApiBase', 'Base URL of a Stripe stand-in; empty for Stripe itself'),
      MAIL_FROM: parameter('MailFrom', 'Sender address of all mail', false, 'Pactdesk <noreply@pactdesk.example>'),
    }
    const made = new Map<string, LambdaFunction>()
    for (const spec of functions) {
      const handler = serviceFunction(
        this,
        spec,
        spec.name === 'Relay' ? { ...environment, BUS_NAME: bus.eventBusName } : environment,
      )
      if (spec.rights.includes('bus')) bus.grantPutEventsTo(handler)
      if (spec.rights.includes('mail')) {
        handler.addToRolePolicy(
          new PolicyStatement({
            actions: ['ses:SendEmail'],
            resources: [this.formatArn({ service: 'ses', resource: 'identity', resourceName: '*' })],
          }),
        )
        accept(handler.role!, {
          'IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]':
            'The sender is a parameter of the stage; SES itself sends from verified identities alone',
        })
      }
      made.set(spec.name, handler)
    }
    const policies = tenantPolicies(table, files)
    for (const right of Object.keys(policies) as TenantRight[]) {
      const holders = functions.filter(spec => spec.rights.includes(right)).map(spec => made.get(spec.name)!)
      const role = tenantRole(
        this,
        `${right
          .split('-')
          .map(part => part[0]!.toUpperCase() + part.slice(1))
          .join('')}TenantRole`,
        policies[right],
        holders.map(holder => holder.role!),
      )
      for (const holder of holders) {
        holder.addToRolePolicy(new PolicyStatement({ actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [role.roleArn] }))
        holder.addEnvironment(roleVariable[right], role.roleArn)
      }
    }
    return spec => made.get(spec.name)!
  }

  /** Only event items cross; a record that keeps failing is kept whole in S3, never dropped, never stalling the shard for a day. */
  #relay(table: Table, handler: LambdaFunction): void {
    const lost = new Bucket(this, 'RelayFailures', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    accept(lost, noServerAccessLogs)
    handler.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 20,
        maxRecordAge: Duration.hours(6),
        onFailure: new S3OnFailureDestination(lost),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { NewImage: { t: { S: FilterRule.isEqual('event') } } },
          }),
        ],
      }),
    )
    const kept = 'What the stream gives up is written to this bucket and to nothing else'
    accept(handler.role!, {
      'IAM5[Action::s3:Abort*]': kept,
      'IAM5[Action::s3:DeleteObject*]': kept,
      'IAM5[Action::s3:GetBucket*]': kept,
      'IAM5[Action::s3:GetObject*]': kept,
      'IAM5[Action::s3:List*]': kept,
      [`IAM5[Resource::<${this.getLogicalId(lost.node.defaultChild as CfnBucket)}.Arn>/*]`]: kept,
      'IAM5[Resource::*]': 'dynamodb:ListStreams knows no resource',
    })
  }

  #http(byName: (spec: FunctionSpec) => LambdaFunction): HttpApi {
    const guard = new HttpLambdaAuthorizer('Authorizer', byName(authorizer), {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization', '$request.header.x-pactdesk-workspace'],
      resultsCacheTtl: Duration.seconds(60),
    })
    const api = new HttpApi(this, 'Api', { defaultAuthorizer: guard, createDefaultStage: false })
    const stage = new CfnStage(this, 'Stage$default', {
      apiId: api.apiId,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: { throttlingBurstLimit: 500, throttlingRateLimit: 250 },
      accessLogSettings: { destinationArn: this.#accessLogs().logGroupArn, format: JSON.stringify(accessLog) },
    })
    stage.node.addDependency(api)
    for (const group of apiGroups) {
      const integration = new HttpLambdaIntegration(`${group}Integration`, byName(apiFunctions[group]), {
        scopePermissionToRoute: false,
      })
      api.addRoutes({ path: `/api/${group}/{proxy+}`, methods: [HttpMethod.ANY], integration })
    }
    const open = new HttpLambdaIntegration('OpenIntegration', byName(openapi), { scopePermissionToRoute: false })
    for (const path of ['/api/health', '/api/openapi.json', '/api/config']) {
      const [route] = api.addRoutes({ path, methods: [HttpMethod.GET], integration: open, authorizer: new HttpNoneAuthorizer() })
      accept(route!, { APIG4: 'Open to anyone by design: it names no tenant' })
    }
    const [webhook] = api.addRoutes({
      path: '/api/webhooks/stripe',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('WebhooksIntegration', byName(webhooks), { scopePermissionToRoute: false }),
      authorizer: new HttpNoneAuthorizer(),
    })
    accept(webhook!, { APIG4: "Stripe signs what it sends; the function verifies the raw body's signature" })
    return api
  }

  #accessLogs(): LogGroup {
    return new LogGroup(this, 'AccessLogs', { retention: RetentionDays.ONE_YEAR })
  }
}
