import type { Bilingual } from '../service.ts'
import { type Html, html } from '../web/html.ts'
import type { Language } from '../web/language.ts'
import { page } from '../web/page.ts'
import type { PaymentMethod, StripeObject } from './api.ts'
import { formatAmount } from './currency.ts'
import type { Session } from './objects.ts'
import { methodWords, words } from './words.ts'

interface Frame {
  language: Language
  languageHref: string
  merchant: string
}

/** The page of an open session: what is paid for, how much, and a button a method. */
export function payPage({ language, languageHref, merchant }: Frame, session: Session, items: StripeObject[]): Html {
  const say = (text: Bilingual) => text[language]
  const amount = (minor: unknown) => formatAmount(Number(minor), session.currency, language)
  const rows = items.map(item => {
    const { unit_amount } = item.price as { unit_amount: number }
    const each =
      Number(item.quantity) > 1 && html`<br><span class="quiet small">${item.quantity as number} × ${amount(unit_amount)}</span>`
    return html`<tr><td>${item.description as string}${each}</td><td class="figure">${amount(item.amount_total)}</td></tr>`
  })
  const button = (method: string, kind: string) =>
    html`<button${kind === 'primary' ? html` class="primary"` : ''} type="submit" name="method" value="${method}">${say(methodWords[method as PaymentMethod])}</button>`
  const wallets = session.payment_method_types.filter(method => method !== 'card')
  const content = html`<h1>${say(words.payTo)}${language === 'en' ? ' ' : ''}${merchant}</h1><p class="note warning">${say(words.test)}</p>
<section class="card"><table><thead><tr><th>${say(words.item)}</th><th class="figure">${say(words.amount)}</th></tr></thead>
<tbody>${rows}<tr class="total"><td>${say(words.total)}</td><td class="figure">${amount(session.amount_total)}</td></tr></tbody></table></section>
<section class="card" aria-labelledby="how"><h2 id="how" style="margin-top:0">${say(words.how)}</h2>
<form method="post">${session.payment_method_types.map((method, index) => button(method, index === 0 ? 'primary' : ''))}</form>
${
  wallets.length > 0 &&
  html`<details><summary class="quiet small">${say(words.later)}</summary><form method="post"><input type="hidden" name="later" value="1">${wallets.map(method => button(method, ''))}</form></details>`
}</section>
${session.cancel_url && html`<a class="button" href="${session.cancel_url}">${say(words.cancel)}</a>`}`
  return page({
    language,
    languageHref,
    brand: merchant,
    title: `${say(words.pay)} ${amount(session.amount_total)} · ${merchant}`,
    content,
  })
}

/** What a session that is no longer open shows. */
export function endPage(
  { language, languageHref, merchant }: Frame,
  text: Bilingual,
  kind: 'good' | 'warning',
  back?: string,
): Html {
  const content = html`<h1>${merchant}</h1><p class="note ${kind}" role="status">${text[language]}</p>
${back && html`<a class="button" href="${back}">${words.back[language]}</a>`}`
  return page({ language, languageHref, brand: merchant, title: `${words.pay[language]} · ${merchant}`, content })
}
