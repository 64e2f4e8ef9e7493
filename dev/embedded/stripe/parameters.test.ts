import { describe, expect, test } from 'vitest'
import { formatAmount } from './currency.ts'
import { StripeFailure } from './failure.ts'
import { parseForm } from './form.ts'
import { checkParameters } from './parameters.ts'
import { matcher } from './search.ts'

const refusal = (schema: string, text: string) => {
  try {
    checkParameters(schema, parseForm(text))
  } catch (error) {
    if (error instanceof StripeFailure) return [error.param, error.code, error.message]
    throw error
  }
  return undefined
}

describe('parameters', () => {
  test('nested keys become maps and lists in the order of their numbers', () => {
    expect(parseForm('a[b][1]=y&a[b][0]=x&c[]=1&c[]=2&d=%E8%B4%A6&e[10]=l&e[9]=k')).toEqual({
      a: { b: ['x', 'y'] },
      c: ['1', '2'],
      d: '账',
      e: ['k', 'l'],
    })
    expect(() => parseForm('__proto__[x]=1')).toThrow(StripeFailure)
    expect(() => parseForm('a[__proto__][x]=1')).toThrow(StripeFailure)
    expect(() => parseForm(`a${'[b]'.repeat(20)}=1`)).toThrow(StripeFailure)
    expect(() => parseForm('a=1&a[b]=2')).toThrow(StripeFailure)
    expect(() => parseForm('a[b=2')).toThrow(StripeFailure)
  })

  test('text becomes what the schema says', () => {
    const text =
      'mode=payment&line_items[0][quantity]=2&line_items[0][price_data][currency]=cny&allow_promotion_codes=false&metadata[n]=12'
    expect(checkParameters('CheckoutSessionCreateParams', parseForm(text))).toEqual({
      mode: 'payment',
      line_items: [{ quantity: 2, price_data: { currency: 'cny' } }],
      allow_promotion_codes: false,
      metadata: { n: '12' },
    })
  })

  test.each([
    ['unknown', 'CustomerCreateParams', 'nmae=x', 'nmae', 'parameter_unknown'],
    [
      'unknown below',
      'CheckoutSessionCreateParams',
      'line_items[0][price_data][currency]=cny&line_items[0][price_data][amount]=1',
      'line_items[0][price_data][amount]',
      'parameter_unknown',
    ],
    [
      'missing below',
      'CheckoutSessionCreateParams',
      'line_items[0][price_data][unit_amount]=1',
      'line_items[0][price_data][currency]',
      'parameter_missing',
    ],
    [
      'no number',
      'CheckoutSessionCreateParams',
      'line_items[0][quantity]=two',
      'line_items[0][quantity]',
      'parameter_invalid_integer',
    ],
    ['no whole number', 'RefundCreateParams', 'amount=10.5', 'amount', 'parameter_invalid_integer'],
    ['a text where a map belongs', 'CheckoutSessionCreateParams', 'payment_intent_data=x', 'payment_intent_data', undefined],
    [
      'too many metadata',
      'CustomerCreateParams',
      Array.from({ length: 51 }, (_, i) => `metadata[k${i}]=v`).join('&'),
      'metadata',
      undefined,
    ],
    ['a long metadata value', 'CustomerCreateParams', `metadata[k]=${'x'.repeat(501)}`, 'metadata[k]', undefined],
  ])('%s is refused by name', (_, schema, text, param, code) => {
    expect(refusal(schema, text)?.slice(0, 2)).toEqual([param, code])
  })
})

describe('search', () => {
  const customer = { id: 'cus_1', object: 'customer', email: 'A@b.example', name: "O'Neil", metadata: { pactdesk_client: 'c1' } }

  test.each([
    [`metadata['pactdesk_client']:'c1'`, true],
    [`metadata["pactdesk_client"]:"c2"`, false],
    [`email:'a@B.example' AND name~'neil'`, true],
    [`name:'O\\'Neil' AND -metadata['other']:null`, false],
    [`metadata['other']:null`, true],
    [`-email:'x@y.example'`, true],
  ])('%s', (query, expected) => {
    expect(matcher(query)(customer)).toBe(expected)
  })

  test.each(['', 'email', `email:'a' OR name:'b'`, `balance:'1'`, `email:'a' AND`])('%s is not understood', query => {
    expect(() => matcher(query)).toThrow(StripeFailure)
  })
})

test.each([
  [128600, 'cny', 'zh', '¥1,286.00'],
  [5, 'usd', 'en', '$0.05'],
  [1500, 'jpy', 'en', '¥1,500'],
  [1234567, 'kwd', 'en', 'KWD 1,234.567'],
  [9007199254740991, 'cny', 'en', '¥90,071,992,547,409.91'],
] as const)('%d %s reads %s', (minor, currency, language, text) => {
  expect(formatAmount(minor, currency, language).replace(/\u00a0/g, ' ')).toBe(text)
})
