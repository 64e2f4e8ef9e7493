import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Unpacked = { executable: string; libraries: string; fontConfig: string; home: string }

/**
 * Unpacks the Chromium that npm brought, with its libraries and a font configuration that names the bundled Chinese font, so
 * that a machine without browser, libraries or fonts can run it. Once a checkout: it is made aside and put in place by one
 * rename, so test workers that start together don't disturb each other.
 */
export async function unpackBrowser(): Promise<Unpacked> {
  const home = join(root, '.tmp/browser')
  const unpacked = {
    home,
    executable: join(home, 'chromium'),
    libraries: join(home, 'al2023/lib'),
    fontConfig: join(home, 'fonts.conf'),
  }
  if (existsSync(home)) return unpacked
  const aside = `${home}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  await unpackInto(aside)
  writeFileSync(join(aside, 'fonts.conf'), fontsConf(home))
  try {
    renameSync(aside, home)
  } catch (failure) {
    // Another worker was quicker; its copy is as good.
    if (!existsSync(unpacked.executable)) throw failure
    rmSync(aside, { recursive: true })
  }
  return unpacked
}

/** The package unpacks into the system's temporary folder, and its libraries only where it believes to be in Lambda. */
async function unpackInto(folder: string): Promise<void> {
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

const fontsConf = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular')}</dir>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`
