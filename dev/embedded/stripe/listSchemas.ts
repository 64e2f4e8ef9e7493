const range = {
  anyOf: [
    {
      type: 'object',
      additionalProperties: false,
      properties: { gt: { type: 'number' }, gte: { type: 'number' }, lt: { type: 'number' }, lte: { type: 'number' } },
    },
    { type: 'number' },
  ],
}
const expand = { type: 'array', items: { type: 'string' } }
const text = { type: 'string' }

const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties: { expand, ...properties },
  required,
})

const list = (filters: Record<string, object>) =>
  object({ limit: { type: 'number' }, starting_after: text, ending_before: text, created: range, ...filters })

/** Schemas of the few requests that the generated ones do not cover: retrievals, lists, search, expiry. */
export const smallSchemas = {
  Retrieve: object({}),
  CustomerList: list({ email: text }),
  CustomerSearch: object({ query: text, limit: { type: 'number' }, page: text }, ['query']),
  SessionList: list({ customer: text, payment_intent: text, status: text }),
  PaymentIntentList: list({ customer: text }),
  RefundList: list({ payment_intent: text, charge: text }),
  WebhookEndpointList: list({}),
} satisfies Record<string, object>
