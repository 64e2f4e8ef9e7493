import { invalid, ok, type Result } from './result.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/**
 * The amount of a contract or bill in Chinese capitals: 3600000 fen → 人民币叁万陆仟元整. Follows the central bank's rules
 * for writing bills: zeros in a row are one 零, an amount that ends at 元 or 角 closes with 整, one that ends at 分 does not.
 * Takes whole fen, 0 or more.
 */
export function capitalNumerals(fen: number): Result<string> {
  if (!Number.isSafeInteger(fen) || fen < 0) {
    return invalid('capital-numerals.amount', `${fen} fen can't be written in capitals: not a whole amount of zero or more`, {
      fen,
    })
  }
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cent = fen % 10
  if (fen === 0) return ok('人民币零元整')
  const whole = yuan > 0 ? `${wholeYuan(yuan)}元` : ''
  const gap = yuan > 0 && jiao === 0 && cent > 0 ? '零' : ''
  const tenths = jiao > 0 ? `${digits[jiao]}角` : gap
  const hundredths = cent > 0 ? `${digits[cent]}分` : '整'
  return ok(`人民币${whole}${tenths}${hundredths}`)
}

/** 亿 is named once, above it 万 counts again: 12,345 × 10^8 is 壹万贰仟叁佰肆拾伍亿. */
function wholeYuan(yuan: number): string {
  const high = Math.floor(yuan / 1e8)
  return high === 0 ? belowYi(yuan) : joined(`${belowYi(high)}亿`, yuan % 1e8, 1e7, belowYi)
}

function belowYi(value: number): string {
  const high = Math.floor(value / 1e4)
  return high === 0 ? fourDigits(value) : joined(`${fourDigits(high)}万`, value % 1e4, 1e3, fourDigits)
}

/** A rest that does not fill its highest place is joined by one 零. */
const joined = (head: string, rest: number, full: number, write: (value: number) => string): string =>
  rest === 0 ? head : `${head}${rest < full ? '零' : ''}${write(rest)}`

function fourDigits(value: number): string {
  let text = ''
  let zeroPending = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      zeroPending = text !== ''
      continue
    }
    text += `${zeroPending ? '零' : ''}${digits[digit]}${places[place]}`
    zeroPending = false
  }
  return text
}
