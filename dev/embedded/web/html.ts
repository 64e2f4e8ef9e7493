/** Markup that needs no further escaping; only `html` and `raw` make it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

type Piece = Html | string | number | false | null | undefined | Piece[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe inside elements and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => entities[sign]!)

function render(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return ''
  if (Array.isArray(piece)) return piece.map(render).join('')
  return piece instanceof Html ? piece.markup : escapeHtml(String(piece))
}

/** Template whose every value is escaped unless it is `Html`; false, null and undefined leave nothing. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(strings.reduce((text, part, i) => text + render(values[i - 1]) + part))
}

/** Trusted markup, written by us. Never for anything that came in a request. */
export const raw = (markup: string): Html => new Html(markup)
