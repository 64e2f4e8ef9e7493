import { type Html, html } from './html.ts'
import { type Language, langTag, otherLanguage } from './language.ts'
import { styles } from './styles.ts'

const switchTo: Record<Language, string> = { zh: '中文', en: 'English' }

export interface PageParts {
  language: Language
  title: string
  /** What stands in the top bar, left; default the product's name. */
  brand?: string
  /** Address of the same page in the other language. */
  languageHref?: string
  content: Html
  /** A table needs more than one narrow column. */
  wide?: boolean
}

/** A whole document in the product's look. */
export function page({ language, title, brand = 'Pactdesk', languageHref, content, wide }: PageParts): Html {
  const other = otherLanguage(language)
  return html`<!doctype html>
<html lang="${langTag[language]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${styles}</style></head>
<body>
<header><span class="brand">${brand}</span>${languageHref && html`<a href="${languageHref}" lang="${langTag[other]}" hreflang="${langTag[other]}">${switchTo[other]}</a>`}</header>
<main${wide ? html` class="wide"` : ''}>${content}</main>
</body>
</html>`
}
