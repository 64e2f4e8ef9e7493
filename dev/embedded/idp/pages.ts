import type { ServerResponse } from 'node:http'
import type { Bilingual } from '../service.ts'
import { type Html, html, raw } from '../web/html.ts'
import type { Language } from '../web/language.ts'
import { page } from '../web/page.ts'
import { sendPage } from '../web/reply.ts'
import type { Person } from './api.ts'
import { words } from './words.ts'

interface Frame {
  language: Language
  /** Address of the page in the other language. */
  languageHref?: string
}

const message = (text: string | undefined, kind = 'bad') => text && html`<p class="note ${kind}" role="alert">${text}</p>`

export interface SignInParts extends Frame {
  people: Person[]
  email: string
  /** Whoever makes an account finds the form open again, with what was typed. */
  creating?: { name: string } | undefined
  problem?: string | undefined
}

/** E-mail and password, preceded by the demo people if there are any. Forms post to the page's own address. */
export function signInPage({ language, languageHref, people, email, creating, problem }: SignInParts): Html {
  const name = creating?.name ?? ''
  const say = (text: Bilingual) => text[language]
  const demo = people.filter(person => person.demo)
  const content = html`<h1>${say(words.signIn)}</h1>
${message(problem)}
${
  demo.length > 0 &&
  html`<section class="card" aria-labelledby="demo"><h2 id="demo" style="margin-top:0">${say(words.demoTitle)}</h2><p class="quiet small">${say(words.demoHint)}</p>
<ul class="people">${demo.map(
    person => html`<li><form method="post"><input type="hidden" name="demo" value="${person.sub}">
<button type="submit"><span class="who">${say(person.name)}</span><span class="role">${say(person.demo!.role)} · ${say(person.demo!.company)}</span></button></form></li>`,
  )}</ul></section>`
}
<section class="card" aria-labelledby="own"><h2 id="own" style="margin-top:0">${say(words.withPassword)}</h2>
<form method="post"><label for="email">${say(words.email)}</label><input id="email" name="email" type="email" autocomplete="username" required value="${creating ? '' : email}">
<label for="password">${say(words.password)}</label><input id="password" name="password" type="password" autocomplete="current-password" required>
<button class="primary" type="submit">${say(words.signIn)}</button></form></section>
<details class="card"${creating && raw(' open')}><summary><h2 style="display:inline">${say(words.newTitle)}</h2></summary><p class="quiet small">${say(words.newHint)}</p>
<form method="post"><input type="hidden" name="create" value="yes">
<label for="new-name">${say(words.name)}</label><input id="new-name" name="name" autocomplete="name" maxlength="60" required value="${name}">
<label for="new-email">${say(words.email)}</label><input id="new-email" name="email" type="email" autocomplete="email" required value="${creating ? email : ''}">
<label for="new-password">${say(words.newPassword)}</label><input id="new-password" name="password" type="password" autocomplete="new-password" minlength="8" required>
<button type="submit">${say(words.create)}</button></form></details>`
  return page({ language, languageHref, title: `${say(words.signIn)} · Pactdesk`, content })
}

/** Where a one-time link leads: choose a password. */
export function welcomePage({ language, languageHref, person, problem }: Frame & { person: Person; problem?: string }): Html {
  const say = (text: Bilingual) => text[language]
  return page({
    language,
    languageHref,
    title: `${say(words.setPassword)} · Pactdesk`,
    content: html`<h1>${say(words.welcome)}${language === 'zh' ? '，' : ', '}${say(person.name)}</h1><p class="quiet">${person.email}</p>
${message(problem)}
<section class="card"><form method="post"><input type="hidden" name="username" autocomplete="username" value="${person.email}">
<label for="password">${say(words.newPassword)}</label><input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required>
<button class="primary" type="submit">${say(words.setPassword)}</button></form></section>`,
  })
}

/** The end of the road, with a way back to the start. */
export function problemPage({
  language,
  languageHref,
  title,
  text,
  home,
}: Frame & { title: string; text: string; home: string }): Html {
  return page({
    language,
    languageHref,
    title: `${title} · Pactdesk`,
    content: html`<h1>${title}</h1>${message(text, 'warning')}<a class="button" href="${home}">${words.again[language]}</a>`,
  })
}

/** Answers a problem page. */
export const sendProblem = (res: ServerResponse, status: number, parts: Parameters<typeof problemPage>[0]): void =>
  sendPage(res, status, problemPage(parts))
