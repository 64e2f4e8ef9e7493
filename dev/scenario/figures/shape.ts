import type { RequestName } from '../requests.ts'

/**
 * Where figures are read: a tree in the shape of `expected` whose leaves are pointers into a response, relative to the place the
 * tree has reached. A pointer may select an element of a list: `/promises/[promise=arrival]/met`.
 */
export type Shape = string | Reading | Fields
export type Reading = Translated | Asked | List | Each | Members
export type Fields = { readonly [name: string]: Shape }

/** A figure that is a name: the product's is told in the words of the file. */
export type Translated = { read: 'name'; of: 'ticket' | 'work'; at: string }
/** The answer of a request, from its root. */
export type Asked = { read: 'answer'; of: RequestName; shape: Shape }
/**
 * Elements of a list. They are matched to the expected ones in order, or by `key`, then likeness. `whole`: an element that is not expected
 * is a failure too. `where`: only elements that have this.
 */
export type List = { read: 'list'; at: string; shape: Shape; key: readonly string[]; whole: boolean; where?: string }
/** One answer for each thing of the file. */
export type Each = { read: 'each'; of: RequestName; shape: Shape; key: readonly string[] }
/** Every member of an object, by its own name. */
export type Members = { read: 'members'; at: string }

export const isReading = (shape: Exclude<Shape, string>): shape is Reading => typeof shape.read === 'string'

export const answer = (of: RequestName, shape: Shape): Asked => ({ read: 'answer', of, shape })
export const name = (of: Translated['of'], at: string): Translated => ({ read: 'name', of, at })
export const members = (at: string): Members => ({ read: 'members', at })
export const each = (of: RequestName, key: readonly string[], shape: Shape): Each => ({ read: 'each', of, shape, key })
export const list = (at: string, key: readonly string[], shape: Shape, more: { whole?: boolean; where?: string } = {}): List => ({
  read: 'list',
  at,
  key,
  shape,
  whole: more.whole ?? true,
  ...(more.where && { where: more.where }),
})
