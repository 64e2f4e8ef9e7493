import { expect, test } from 'vitest'
import { sheetText } from './sheet-text.ts'

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer
const utf8 = (text: string): ArrayBuffer => new TextEncoder().encode(text).slice().buffer

test('a sheet saved by Excel in China is read as GB 18030, also where its bytes happen to be UTF-8', () => {
  expect(sheetText(bytes(0xb5, 0xe7, 0xc4, 0xd4))).toBe('电脑')
  expect(sheetText(bytes(0xc7, 0xb0, 0xcc, 0xa8))).toBe('前台')
})

test('a sheet in UTF-8 is read as it is, its mark dropped', () => {
  for (const text of ['id,name\nPC-01,前台', 'Müller,Größe,Iași', 'Приёмная']) expect(sheetText(utf8(text))).toBe(text)
  expect(sheetText(bytes(0xef, 0xbb, 0xbf, 0x69, 0x64))).toBe('id')
})
