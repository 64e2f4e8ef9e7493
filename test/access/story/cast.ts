import { type Functions, startFunctions } from '../functions.ts'
import type { Usage } from '../meter.ts'

export const provider = 'one'
export const client = 'LANHAI'
export const issuer = 'https://issuer.example'

/** Who acts in the story, and how what they do is measured. */
export async function startStory() {
  const product = await startFunctions(provider)
  const figures = new Map<string, Usage>()
  return {
    product,
    figures,
    admin: product.staff('admin'),
    staff: product.staff('service-desk', 'technician'),
    finance: product.staff('finance'),
    owner: product.client(client, 'wang', 'client-owner', 'client-approver', 'client-user'),
    /** Does something and writes down, under its name, what it asked of the table. */
    measured: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const { value, usage } = await product.measure(work)
      if (figures.has(name)) throw new Error(`${name} was measured before`)
      figures.set(name, usage)
      return value
    },
    /** Delivers the one event of a type that waits, and measures what its consumers do. */
    heard: async (name: string, type: string): Promise<void> => {
      const event = product.take(type)
      figures.set(name, (await product.measure(() => product.deliver(event))).usage)
    },
  }
}
export type Story = Omit<Awaited<ReturnType<typeof startStory>>, 'product'> & { product: Functions }
