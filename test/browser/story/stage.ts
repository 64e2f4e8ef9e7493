import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { desktop, openPage, phone } from '../launch.ts'
import { fillSignIn, type WebProduct } from '../product.ts'
import { look } from './look.ts'
import { type PersonName, password, people } from './people.ts'
import { watch } from './watch.ts'

type Identity = { issuer: string; subject: string }

export type Stage = {
  product: Pick<WebProduct, 'host' | 'idp'>
  /** Somebody new signs in, has no access yet, and reads who they are. */
  arrive: (name: PersonName) => Promise<Identity>
  /** The same person tries again once access was given. */
  tryAgain: (name: PersonName) => Promise<void>
  /** Somebody invited opens the link, makes an account, and takes the place. */
  join: (name: PersonName, link: string) => Promise<void>
  /** The page of a person, signed in through the local page when it is first asked for, else as it is after what others did. */
  as: (name: PersonName) => Promise<Page>
  /** Steps business time to an instant with its offset, firing what is due on the way. */
  clock: (to: string) => Promise<void>
  /** Waits until consumers have done what was caused, then loads the page anew instead of waiting for its next look. */
  settle: (page: Page) => Promise<void>
  /** Looks at the screen that stands: picture, accessibility, raw codes, width, and what went wrong on the page until now. */
  met: (page: Page, name: string) => Promise<void>
  close: () => Promise<void>
}

/** How long a screen may take, in ms; a machine that does much else is slow. */
const patience = 20_000
const pictures = fileURLToPath(new URL('../../../.tmp/pictures/story/', import.meta.url))

/** The product and its people, each with a window of their own. */
export function openStage(product: Pick<WebProduct, 'host' | 'idp'>, browser: Browser, firstPicture = 1): Stage {
  mkdirSync(pictures, { recursive: true })
  const pages = new Map<PersonName, Page>()
  const { host, idp } = product
  let picture = firstPicture

  /** A window of somebody's own: their language, width and time zone. */
  async function open(name: PersonName, path: string): Promise<Page> {
    const { language, phone: small, zone } = people[name]
    const { page } = await openPage(browser, { baseURL: host.url, viewport: small ? phone : desktop, language, zone })
    page.setDefaultTimeout(patience)
    watch(page)
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ latitude: 31.23, longitude: 121.47, accuracy: 20 })
    pages.set(name, page)
    await page.goto(path)
    return page
  }
  const settle = async (page: Page): Promise<void> => {
    await host.drain()
    await page.reload()
  }
  const inside = (page: Page): Promise<void> => page.getByRole('navigation').first().waitFor()

  return {
    product,
    arrive: async name => {
      const { email, name: names } = people[name]
      idp.addPerson({ email, name: names, password })
      const page = await open(name, '/')
      await fillSignIn(page, { email, password })
      const read = async (at: number): Promise<string> =>
        (await page.getByRole('definition').nth(at).locator('code').textContent()) ?? ''
      return { issuer: await read(0), subject: await read(1) }
    },
    tryAgain: async name => {
      const page = pages.get(name) ?? (await open(name, '/'))
      // The directory learns of a new grant from its event.
      await host.drain()
      await page.getByRole('button', { name: people[name].language === 'en' ? 'Try again' : '重试' }).click()
      await inside(page)
    },
    join: async (name, link) => {
      const { email, name: names, language } = people[name]
      const english = language === 'en'
      // The directory learns of an invitation from its event.
      await host.drain()
      const page = await open(name, link)
      await page.getByText(english ? 'First time here? Create an account' : '首次使用？创建账号').click()
      await page.getByRole('textbox', { name: english ? 'Name' : '姓名', exact: true }).fill(english ? names.en : names.zh)
      await page.locator('#new-email').fill(email)
      await page.locator('#new-password').fill(password)
      await page.getByRole('button', { name: english ? 'Create account' : '创建账号' }).click()
      await page.getByRole('button', { name: english ? 'Accept the invitation' : '接受邀请' }).click()
      await inside(page)
    },
    as: async name => {
      const known = pages.get(name)
      if (known) {
        await settle(known)
        return known
      }
      const page = await open(name, '/')
      await fillSignIn(page, { email: people[name].email, password })
      await inside(page)
      return page
    },
    clock: async to => {
      const { stuck } = await host.clock.step({ to })
      if (stuck.length > 0) throw new Error(`timers are stuck at ${stuck.join(', ')}`)
    },
    settle,
    met: (page, name) => look(page, `${pictures}${String(picture++).padStart(3, '0')}-${name}.png`),
    close: async () => {
      for (const page of pages.values()) await page.context().close()
    },
  }
}
