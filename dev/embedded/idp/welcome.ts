import type { IncomingMessage, ServerResponse } from 'node:http'
import { readForm } from '../web/body.ts'
import { chooseLanguage, otherLanguage } from '../web/language.ts'
import { seeOther, sendPage } from '../web/reply.ts'
import { queryOf, withQuery } from '../web/route.ts'
import { sameOrigin } from '../web/sameOrigin.ts'
import type { Links } from './links.ts'
import { sendProblem, welcomePage } from './pages.ts'
import { minPasswordLength } from './passwords.ts'
import type { People } from './people.ts'
import { words } from './words.ts'

/** The page behind a one-time link: opening it changes nothing (mail scanners do), setting a password uses the link up. */
export function createWelcome(people: People, links: Links, home: string) {
  return async function welcome(req: IncomingMessage, res: ServerResponse, token: string): Promise<void> {
    const language = chooseLanguage(queryOf(req).get('lang'), req.headers['accept-language'])
    const languageHref = withQuery(req, 'lang', otherLanguage(language))
    const problem = (status: number, text: string) =>
      sendProblem(res, status, { language, languageHref, title: words.setPassword[language], text, home })

    const sub = links.holder(token)
    const person = sub && people.find(sub)
    if (!person) return problem(410, words.linkUsed[language])
    if (req.method === 'GET' || req.method === 'HEAD') return sendPage(res, 200, welcomePage({ language, languageHref, person }))
    if (!sameOrigin(req)) return problem(403, words.refused[language])
    const password = (await readForm(req)).get('password') ?? ''
    if ([...password].length < minPasswordLength) {
      return sendPage(res, 422, welcomePage({ language, languageHref, person, problem: words.tooShort[language] }))
    }
    if (!links.use(token)) return problem(410, words.linkUsed[language])
    people.setPassword(person.sub, password)
    seeOther(res, home)
  }
}
