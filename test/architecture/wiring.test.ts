import { routes } from '@pactdesk/domain/routes'
import { subscriptions } from '@pactdesk/domain/subscriptions'
import { openApiOf } from '@pactdesk/platform/http/openapi'
import { aggregates } from '@pactdesk/platform/registry'
import { billingReactions, handlers as finance } from '@pactdesk/platform/use-cases/billing/index'
import { handlers as devices } from '@pactdesk/platform/use-cases/configuration/index'
import { contractReactions, handlers as contracts } from '@pactdesk/platform/use-cases/contract/index'
import { handlers as desk } from '@pactdesk/platform/use-cases/desk/index'
import { documentReactions } from '@pactdesk/platform/use-cases/documents/index'
import { planDueVisits, handlers as visits } from '@pactdesk/platform/use-cases/field-service/index'
import { notificationReactions } from '@pactdesk/platform/use-cases/notifications/index'
import { handlers as tenancy, tenancyReactions } from '@pactdesk/platform/use-cases/tenancy/index'
import { describe, expect, it } from 'vitest'

const handlers = [...tenancy, ...devices, ...desk, ...visits, ...contracts, ...finance]
const reactions = {
  tenancy: tenancyReactions,
  contract: [...contractReactions, planDueVisits],
  documents: documentReactions,
  billing: billingReactions,
  notifications: notificationReactions,
}

describe('what is declared is served', () => {
  it('every route has exactly one handler, every handler a declared route', () => {
    const declared = routes.map(route => route.id).sort()
    expect(new Set(declared).size).toBe(declared.length)
    expect(handlers.map(handler => handler.route.id).sort()).toEqual(declared)
  })

  it('no two routes share method and path, and each lies in its group', () => {
    const paths = routes.map(route => `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`)
    expect(new Set(paths).size).toBe(paths.length)
    for (const route of routes) expect(route.path).toMatch(new RegExp(`^/api/${route.group}/`))
  })

  it('OpenAPI 3.1 describes every route', () => {
    const document = openApiOf(routes)
    const described = Object.values(document.paths ?? {}).flatMap(path => Object.keys(path))
    expect(document.openapi).toBe('3.1.0')
    expect(described).toHaveLength(routes.length)
  })

  it('consumers react to exactly what the rules bring them', () => {
    for (const [consumer, heard] of Object.entries(subscriptions)) {
      const reacted = new Set(reactions[consumer as keyof typeof reactions].map(reaction => reaction.definition.type))
      expect([...reacted].sort(), consumer).toEqual([...new Set(heard.map(event => event.type))].sort())
    }
  })

  it('every aggregate has a letter of its own in its scope and events of its own', () => {
    const letters = aggregates.map(aggregate => `${aggregate.scope} ${aggregate.key}`)
    expect(new Set(letters).size).toBe(letters.length)
    const types = aggregates.flatMap(aggregate => Object.values(aggregate.events).map(event => event.type))
    expect(new Set(types).size).toBe(types.length)
  })
})
