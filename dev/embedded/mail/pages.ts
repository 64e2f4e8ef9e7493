import type { Bilingual } from '../service.ts'
import { type Html, html, raw } from '../web/html.ts'
import type { Language } from '../web/language.ts'
import { langTag } from '../web/language.ts'
import { page } from '../web/page.ts'
import type { Mail } from './api.ts'

const words = {
  title: { zh: '本地邮箱', en: 'Local mailbox' },
  hint: {
    zh: '本机产品发出的邮件都留在这里，没有寄往外部。',
    en: 'Mail sent by the product on this machine stays here; nothing leaves it.',
  },
  empty: { zh: '还没有邮件。', en: 'No mail yet.' },
  from: { zh: '发件人', en: 'From' },
  to: { zh: '收件人', en: 'To' },
  copy: { zh: '抄送', en: 'Copy' },
  hidden: { zh: '密送', en: 'Blind copy' },
  subject: { zh: '主题', en: 'Subject' },
  time: { zh: '时间', en: 'Time' },
  attachments: { zh: '附件', en: 'Attachments' },
  headers: { zh: '邮件头', en: 'Headers' },
  text: { zh: '纯文本', en: 'Plain text' },
  back: { zh: '返回邮箱', en: 'Back to the mailbox' },
  missing: { zh: '没有这封邮件。', en: 'There is no such mail.' },
} satisfies Record<string, Bilingual>

interface Frame {
  language: Language
  languageHref: string
  prefix: string
}

const time = (at: string, language: Language) =>
  new Date(at).toLocaleString(langTag[language], { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })

/** Web addresses in plain text as links, which open on their own. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 0 ? html`${part}` : html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`,
    )
}

/** The list of mails. */
export function listPage({ language, languageHref, prefix }: Frame, mails: Mail[]): Html {
  const say = (text: Bilingual) => text[language]
  const rows = mails.map(
    mail => html`<tr><td>${time(mail.at, language)}</td><td>${[...mail.to, ...mail.cc, ...mail.bcc].join(', ')}</td>
<td><a href="${prefix}/m/${mail.id}?lang=${language}">${mail.subject || '—'}</a></td></tr>`,
  )
  const content = html`<h1>${say(words.title)}</h1><p class="quiet">${say(words.hint)}</p>
${
  mails.length === 0
    ? html`<p class="card">${say(words.empty)}</p>`
    : html`<table class="stack card"><thead><tr><th>${say(words.time)}</th><th>${say(words.to)}</th><th>${say(words.subject)}</th></tr></thead><tbody>${rows}</tbody></table>`
}`
  return page({ language, languageHref, title: say(words.title), wide: true, content })
}

/** One mail: what a recipient sees, and what a program sees. Its HTML is framed from an address of its own, without scripts. */
export function mailPage({ language, languageHref, prefix }: Frame, mail: Mail): Html {
  const say = (text: Bilingual) => text[language]
  const line = (term: Bilingual, values: string[]) =>
    values.length > 0 && html`<dt>${say(term)}</dt><dd>${values.join(', ')}</dd>`
  const files = mail.attachments.map(
    ({ filename, size }, index) =>
      html`<li><a href="${prefix}/m/${mail.id}/attachments/${index}">${filename}</a> <span class="quiet">${size} B</span></li>`,
  )
  const content = html`<p><a href="${prefix}?lang=${language}">${say(words.back)}</a></p><h1>${mail.subject || '—'}</h1>
<dl class="card">${line(words.from, [mail.from])}${line(words.to, mail.to)}${line(words.copy, mail.cc)}${line(words.hidden, mail.bcc)}${line(words.time, [time(mail.at, language)])}</dl>
${mail.html && html`<iframe src="${prefix}/m/${mail.id}/html" title="${mail.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
${mail.text && html`${mail.html && html`<h2>${say(words.text)}</h2>`}<pre>${linked(mail.text)}</pre>`}
${files.length > 0 && html`<h2>${say(words.attachments)}</h2><ul>${files}</ul>`}
<h2>${say(words.headers)}</h2><pre class="small">${mail.headers.map(({ name, value }) => `${name}: ${value}\n`)}</pre>`
  return page({ language, languageHref, title: mail.subject || say(words.title), wide: true, content })
}

/** Said when a mail is not there. */
export function missingPage({ language, languageHref, prefix }: Frame): Html {
  const content = html`<h1>${words.missing[language]}</h1><p><a href="${prefix}">${words.back[language]}</a></p>`
  return page({ language, languageHref, title: words.title[language], content })
}

/** The HTML part as the mail brought it; links open on their own. Only for an answer with `framePolicy`. */
export const mailHtml = (mail: Mail): Html => html`<!doctype html><base target="_blank">${raw(mail.html)}`

/** What the HTML of a mail may do: show text, style and embedded pictures; no script, nothing from elsewhere, framed by us alone. */
export const framePolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
