import type { Term } from '@pactdesk/domain/outsourcing/billing/explanation'
import { termWords } from '@pactdesk/domain/outsourcing/billing/explanation-words'

export type Words = { zh: string; en: string }

/** More numbers than this are not spelt out in a label. */
const mostWords = 4

const words: Record<string, Words> = termWords
const same = (text: string): Words => ({ zh: text, en: text })
const subtotal: Words = { zh: '小计', en: 'subtotal' }

/** What a part of an equation is, in words: the name of a number, or the words of its parts joined by their signs. */
export function labelOf(term: Term): Words {
  if (term.kind !== 'value' && leaves(term) > mostWords && !alike(term)) return subtotal
  switch (term.kind) {
    case 'value':
      return (term.name === undefined ? undefined : words[term.name]) ?? same(term.value)
    case 'add':
      return term.terms.length === 1 ? labelOf(term.terms[0]!) : alike(term) ? sumOf(term.terms[0]!) : join(term.terms, ' + ')
    case 'multiply':
      return join(term.terms, ' × ', true)
    case 'subtract':
      return join([term.left, term.right], ' − ')
    case 'divide':
      return join([term.left, term.right], ' ÷ ', true)
    case 'min':
      return { zh: `${join(term.terms, '、').zh}取小`, en: `lesser of ${join(term.terms, ', ').en}` }
    case 'round':
      return labelOf(term.term)
    case 'round-up': {
      const inner = labelOf(term.term)
      return { zh: `${inner.zh}（进位）`, en: `${inner.en}, rounded up` }
    }
    case 'share':
      return labelOf(term.terms[term.index]!)
  }
}

const sumOf = (term: Term): Words => {
  const { zh, en } = labelOf(term)
  return { zh: `${zh}合计`, en: `Σ ${en}` }
}

/** All terms of a sum are the same kind of number: `Σ recorded minutes`. */
function alike(term: Term): boolean {
  if (term.kind !== 'add' || term.terms.length < 2) return false
  const [first, ...rest] = term.terms.map(each => labelOf(each).en)
  return rest.every(label => label === first)
}

function join(terms: readonly Term[], sign: string, factors = false): Words {
  const inner = terms.map(term => {
    const label = labelOf(term)
    const wrap = factors && isSum(term) && label !== subtotal && !alike(term)
    return wrap ? { zh: `(${label.zh})`, en: `(${label.en})` } : label
  })
  return { zh: inner.map(({ zh }) => zh).join(sign), en: inner.map(({ en }) => en).join(sign) }
}

const isSum = (term: Term): boolean => (term.kind === 'add' && term.terms.length > 1) || term.kind === 'subtract'

function leaves(term: Term): number {
  switch (term.kind) {
    case 'value':
      return 1
    case 'add':
    case 'multiply':
    case 'min':
      return term.terms.reduce((sum, each) => sum + leaves(each), 0)
    case 'subtract':
    case 'divide':
      return leaves(term.left) + leaves(term.right)
    case 'round':
      return leaves(term.term)
    case 'round-up':
      return leaves(term.term)
    case 'share':
      return leaves(term.terms[term.index]!)
  }
}
