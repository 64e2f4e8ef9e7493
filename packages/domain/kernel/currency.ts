/** ISO 4217 currencies in use, by the number of their decimals. */
const byDigits: ReadonlyMap<number, string> = new Map([
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [
    2,
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK ' +
      'DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD ' +
      'KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP ' +
      'PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD ' +
      'UYU UZS VED VES WST XCD YER ZAR ZMW',
  ],
])

const digitsOf: ReadonlyMap<string, number> = new Map(
  [...byDigits].flatMap(([digits, codes]) => codes.split(' ').map(code => [code, digits] as const)),
)

/** Decimals of a currency: CNY 2, JPY 0, KWD 3; undefined for a code that is not in use. */
export const minorDigitsOf = (currency: string): number | undefined => digitsOf.get(currency)

/** How many minor units make one major unit: 100 fen a yuan. */
export const minorPerMajor = (currency: string): number => 10 ** (digitsOf.get(currency) ?? 2)
