import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import type { Bilingual } from '../service.ts'
import { readForm } from '../web/body.ts'
import { chooseLanguage, type Language, otherLanguage } from '../web/language.ts'
import { sendPage } from '../web/reply.ts'
import { queryOf, withQuery } from '../web/route.ts'
import { sameOrigin } from '../web/sameOrigin.ts'
import { Attempts } from './attempts.ts'
import { sendProblem, signInPage } from './pages.ts'
import { minPasswordLength, passwordMatches } from './passwords.ts'
import type { People } from './people.ts'
import { waitWords, words } from './words.ts'

export interface SignInOptions {
  provider: Provider
  people: People
  now: () => number
  /** Origins that a form may lead on to, besides our own. */
  origins: string[]
  home: string
}

type Outcome = { sub: string } | { status: number; problem: Bilingual; retryAfter?: number }

/**
 * The page on which a person says who they are. An interaction is bound to the browser by oidc-provider's cookie, whose path is this very
 * page; that the address names the same interaction and the form comes from our own page keeps others from signing someone in.
 */
export function createSignIn({ provider, people, now, origins, home }: SignInOptions) {
  const attempts = new Attempts(now)

  async function withPassword(email: string, password: string): Promise<Outcome> {
    const retryAfter = attempts.waitSeconds(email)
    if (retryAfter > 0) return { status: 429, problem: waitWords(retryAfter), retryAfter }
    // Counted before the hash is checked, so that parallel guesses count too.
    attempts.failed(email)
    const person = people.find(email)
    const right = await passwordMatches(password, person && people.passwordHash(person.sub))
    if (!person || !right) return { status: 401, problem: words.wrong }
    attempts.succeeded(email)
    return { sub: person.sub }
  }

  /** Anyone may say who they are; what that opens is decided by memberships. Many accounts from one address within an hour are slowed down. */
  function withNewAccount(name: string, email: string, password: string, address: string): Outcome {
    const from = `new ${address} ${Math.floor(now() / 3_600_000)}`
    const retryAfter = attempts.waitSeconds(from)
    if (retryAfter > 0) return { status: 429, problem: waitWords(retryAfter), retryAfter }
    if (!name || !/^\S+@\S+$/.test(email)) return { status: 422, problem: words.nameMissing }
    if ([...password].length < minPasswordLength) return { status: 422, problem: words.tooShort }
    attempts.failed(from)
    if (people.find(email)) return { status: 409, problem: words.emailTaken }
    return { sub: people.add({ email, name: { zh: name, en: name }, password, selfMade: true }).sub }
  }

  function asDemoPerson(sub: string): Outcome {
    return people.list().some(person => person.sub === sub && person.demo) ? { sub } : { status: 403, problem: words.notDemo }
  }

  async function openInteraction(req: IncomingMessage, res: ServerResponse, uid: string) {
    try {
      const interaction = await provider.interactionDetails(req, res)
      return interaction.uid === uid ? interaction : undefined
    } catch (error) {
      if (error instanceof Error && error.name === 'SessionNotFound') return undefined
      throw error
    }
  }

  return async function signIn(req: IncomingMessage, res: ServerResponse, uid: string): Promise<void> {
    const query = queryOf(req)
    const fallback = chooseLanguage(query.get('lang'), req.headers['accept-language'])
    const interaction = await openInteraction(req, res, uid)
    if (!interaction) {
      return sendProblem(res, 400, { language: fallback, title: words.error[fallback], text: words.expired[fallback], home })
    }
    const wish = interaction.params.ui_locales
    const language: Language = chooseLanguage(
      query.get('lang'),
      typeof wish === 'string' ? wish : '',
      req.headers['accept-language'],
    )
    const languageHref = withQuery(req, 'lang', otherLanguage(language))
    const show = (status: number, email: string, problem?: Bilingual, creating?: { name: string }) => {
      const parts = { language, languageHref, people: people.list(), email, creating, problem: problem?.[language] }
      sendPage(res, status, signInPage(parts), { formAction: ["'self'", ...origins].join(' ') })
    }

    if (req.method === 'GET' || req.method === 'HEAD') {
      const hint = interaction.params.login_hint
      return show(200, typeof hint === 'string' ? hint : '')
    }
    if (!sameOrigin(req))
      return sendProblem(res, 403, { language, title: words.error[language], text: words.refused[language], home })
    const form = await readForm(req)
    const email = (form.get('email') ?? '').trim().toLowerCase()
    const demo = form.get('demo')
    const password = form.get('password') ?? ''
    const creating = form.has('create') ? { name: (form.get('name') ?? '').trim().slice(0, 60) } : undefined
    const outcome = demo
      ? asDemoPerson(demo)
      : creating
        ? withNewAccount(creating.name, email, password, req.socket.remoteAddress ?? '')
        : await withPassword(email, password)
    if ('sub' in outcome) return provider.interactionFinished(req, res, { login: { accountId: outcome.sub }, consent: {} })
    if (outcome.retryAfter) res.setHeader('retry-after', String(outcome.retryAfter))
    show(outcome.status, email, outcome.problem, creating)
  }
}
