import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Idp } from '../embedded/idp/api.ts'
import { createIdp } from '../embedded/idp/idp.ts'
import { createMailbox } from '../embedded/mail/mailbox.ts'
import { createS3 } from '../embedded/s3/s3.ts'
import type { StripeStandIn } from '../embedded/stripe/api.ts'
import { createStripe } from '../embedded/stripe/stripe.ts'
import type { Host } from '../host/api.ts'
import { startHost } from '../host/start.ts'
import { createControl } from './control.ts'

export type ProductOptions = { data: string; port: number; at?: string; log?: (line: string) => void; web?: false }
export type Product = { host: Host; idp: Idp; stripe: StripeStandIn; secret: string; stop: () => Promise<void> }

const stripeKey = 'sk_test_local_pactdesk'

/**
 * The whole product on one machine: the host runs the synthesized template; identity, files, mail and Stripe are the embedded
 * parts, unless the environment names real ones (`STRIPE_API_KEY`, `OIDC_ISSUERS`, `DYNAMODB_ENDPOINT`).
 */
export async function startProduct({ data, port, at, log, web }: ProductOptions): Promise<Product> {
  const secret = randomBytes(24).toString('base64url')
  const webhookSecret = process.env.STRIPE_WEBHOOK_SECRET ?? `whsec_${randomBytes(24).toString('hex')}`
  let idp: Idp | undefined
  let stripe: StripeStandIn | undefined
  let host: Host | undefined
  host = await startHost({
    data,
    port,
    ...(at && { at }),
    ...(log && { log }),
    ...(web === false && { web }),
    services: context => {
      idp = createIdp({ state: context.state, baseUrl: context.baseUrl })
      stripe = createStripe({
        state: context.state,
        baseUrl: context.baseUrl,
        webhook: () => ({ url: `${context.baseUrl}/api/webhooks/stripe`, secret: webhookSecret }),
      })
      const control = createControl(idp, secret, input => host!.invoke('ProvisionFunction', input))
      return [
        idp,
        stripe,
        control,
        createS3({ state: context.state, dataDir: context.dataDir, secretOf: context.secretOf, authorize: context.authorize }),
        createMailbox({ state: context.state, secretOf: context.secretOf, authorize: context.authorize }),
      ]
    },
    environment: ({ baseUrl }) => ({
      STAGE: 'local',
      PUBLIC_URL: baseUrl,
      OIDC_ISSUERS:
        process.env.OIDC_ISSUERS ?? JSON.stringify([{ issuer: idp!.issuer, jwksUri: idp!.jwksUri, clientIds: [idp!.clientId] }]),
      STRIPE_API_KEY: process.env.STRIPE_API_KEY ?? stripeKey,
      STRIPE_API_BASE: process.env.STRIPE_API_KEY ? '' : baseUrl,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    }),
  })
  writeFileSync(
    join(data, 'local.json'),
    JSON.stringify({ url: host.url, secret, pid: process.pid, table: host.table.endpoint }),
    { mode: 0o600 },
  )
  return { host, idp: idp!, stripe: stripe!, secret, stop: () => host!.stop() }
}
