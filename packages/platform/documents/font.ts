import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const fontFile = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
let bytes: Buffer | undefined

/**
 * Noto Sans SC, the one font of all our PDFs: Latin, Chinese, ¥ and the arrows we use. `PACTDESK_PDF_FONT` names the file where
 * no node_modules lies above the code, as in a deployed function. Read once; a PDF embeds only the glyphs it uses.
 */
export function pdfFont(): Buffer {
  bytes ??= readFileSync(process.env.PACTDESK_PDF_FONT ?? createRequire(import.meta.url).resolve(fontFile))
  return bytes
}
