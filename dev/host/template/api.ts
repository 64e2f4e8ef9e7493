import { HostFault } from '../fault.ts'
import { functionNameOf } from './functions.ts'
import type { Placed, Resolver } from './resolver.ts'

export type RouteModel = {
  /** As in the template: `ANY /api/desk/{proxy+}` or `$default`. */
  key: string
  functionName: string
  /** Milliseconds until 503; API Gateway allows at most 30,000. */
  timeoutMs: number
  /** Name of its authorizer; undefined = open. */
  authorizer?: string
}
export type AuthorizerModel = {
  name: string
  functionName: string
  /** Lower-case names of the headers that must be there, in order. */
  identityHeaders: string[]
  cacheSeconds: number
}
export type ApiModel = { id: string; routes: RouteModel[]; authorizers: AuthorizerModel[] }

/** Routes and authorizers of the HTTP APIs (payload 2.0). */
export function apiModel(resolver: Resolver): ApiModel {
  const [api] = resolver.ofType('AWS::ApiGatewayV2::Api')
  const integrations = new Map(resolver.ofType('AWS::ApiGatewayV2::Integration').map(placed => [resolver.name(placed), placed]))
  return {
    id: api ? resolver.name(api) : 'local',
    routes: resolver.ofType('AWS::ApiGatewayV2::Route').map(placed => routeModel(resolver, placed, integrations)),
    authorizers: resolver.ofType('AWS::ApiGatewayV2::Authorizer').map(placed => authorizerModel(resolver, placed)),
  }
}

function routeModel(resolver: Resolver, placed: Placed, integrations: Map<string, Placed>): RouteModel {
  const key = String(resolver.property(placed, 'RouteKey'))
  const integration = integrations.get(String(resolver.property(placed, 'Target')).replace(/^integrations\//, ''))
  const functionName = integration && functionNameOf(String(resolver.property(integration, 'IntegrationUri')))
  if (!integration || !functionName) throw new HostFault(`Route ${key} leads to no function.`)
  const version = resolver.property(integration, 'PayloadFormatVersion')
  if (version !== '2.0') throw new HostFault(`Route ${key} uses payload ${version}; local mode speaks 2.0.`)
  const type = String(resolver.property(placed, 'AuthorizationType') ?? 'NONE')
  if (type !== 'NONE' && type !== 'CUSTOM') throw new HostFault(`Route ${key}: local mode knows Lambda authorizers, not ${type}.`)
  return {
    key,
    functionName,
    timeoutMs: Number(resolver.property(integration, 'TimeoutInMillis') ?? 29_000),
    ...(type === 'CUSTOM' && { authorizer: String(resolver.property(placed, 'AuthorizerId')) }),
  }
}

function authorizerModel(resolver: Resolver, placed: Placed): AuthorizerModel {
  const name = resolver.name(placed)
  const property = (key: string) => resolver.property(placed, key)
  const functionName = functionNameOf(String(property('AuthorizerUri')))
  if (property('AuthorizerType') !== 'REQUEST' || !functionName)
    throw new HostFault(`Authorizer ${name} is no Lambda authorizer.`)
  if (property('AuthorizerPayloadFormatVersion') !== '2.0' || property('EnableSimpleResponses') !== true)
    throw new HostFault(`Authorizer ${name}: local mode speaks payload 2.0 with simple responses.`)
  const sources = (property('IdentitySource') ?? []) as string[]
  const identityHeaders = sources.map(source => {
    const [, header] = /^\$request\.header\.(.+)$/.exec(source) ?? []
    if (!header) throw new HostFault(`Authorizer ${name}: identity source ${source} is not a header.`)
    return header.toLowerCase()
  })
  return { name, functionName, identityHeaders, cacheSeconds: Number(property('AuthorizerResultTtlInSeconds') ?? 0) }
}
