import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const fontFile = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
let bytes: Buffer | undefined

/**
 * Noto Sans SC, the one font of all our PDFs: Latin, Chinese, ¥ and the arrows we use. A bundled function carries it beside its
 * code; elsewhere it is found in node_modules. Read once; a PDF embeds only the glyphs it uses.
 */
export function pdfFont(): Buffer {
  const beside = join(import.meta.dirname, 'NotoSansSC_400Regular.ttf')
  bytes ??= readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve(fontFile))
  return bytes
}
