/** Renders the component gallery and shows it to a browser under the product's content policy, without a server. */
import { existsSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { wordsIn } from '../../app/shared/i18n/i18n.ts'
import { type GalleryPage, galleryPage } from '../../app/shared/ui/gallery.tsx'
import { renderPage, type View } from '../../app/shared/ui/index.ts'

const root = new URL('../../', import.meta.url)
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'"
export const assets = ['staff.css', 'participant.css', 'staff.js', 'participant.js'] as const
const targets = ['chrome111', 'firefox115', 'safari16.4']

/** The built stylesheets and scripts, by name. */
export async function buildAssets(): Promise<Map<string, string>> {
  const built = new Map<string, string>()
  for (const name of assets) {
    const source = name.endsWith('.css') ? `app/styles/${name}` : `app/islands/${name.replace('.js', '.ts')}`
    const result = await build({
      absWorkingDir: root.pathname,
      entryPoints: [source],
      bundle: true,
      minify: true,
      write: false,
      format: name.endsWith('.js') ? 'esm' : undefined,
      target: targets,
    })
    built.set(name, result.outputFiles[0]?.text ?? '')
  }
  built.set('icon.svg', readFileSync(new URL('app/styles/icon.svg', root), 'utf8'))
  return built
}

/** The HTML of one gallery page. */
export function galleryHtml(name: GalleryPage, lang: 'fr' | 'ar', theme: 'light' | 'dark'): string {
  const { t, date, number } = wordsIn(lang)
  const signedIn = name === 'sign-in' ? 'nobody' : 'staff'
  const view: View = {
    t,
    date,
    number,
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    path: '/gallery',
    today: '2027-03-05',
    theme,
    viewer: {
      kind: signedIn,
      name: 'Claire Vuilleumier',
      role: 'Assistante sociale',
      institution: 'Service social de Rivemont',
      initials: 'CV',
    },
    nav: [
      { href: '/', label: lang === 'ar' ? 'اليوم' : 'Aujourd’hui', icon: 'home', current: true },
      { href: '/people', label: lang === 'ar' ? 'الأشخاص' : 'Personnes', icon: 'people', count: 3 },
      { href: '/groups', label: lang === 'ar' ? 'المجموعات' : 'Groupes', icon: 'calendar' },
    ],
    flash:
      name === 'today' || name === 'question' ? { text: 'C’est enregistré', undo: { action: '/undo' } } : undefined,
    demo: name !== 'sheet',
    assets: (asset) => `/assets/${asset}`,
    languages: [
      { code: 'fr', name: 'Français', href: '?lang=fr' },
      { code: 'de', name: 'Deutsch', href: '?lang=de' },
      { code: 'en', name: 'English', href: '?lang=en' },
      { code: 'ar', name: 'العربية', href: '?lang=ar' },
    ],
  }
  return renderPage(view, galleryPage(name, lang))
}

/** The browser order: `CHROMIUM_PATH`, then what Debian installs. */
export async function launch(): Promise<Browser> {
  const found = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = found.find((path) => path && existsSync(path))
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  })
}

/** A browser page that answers every address from memory; `complaints` collects what the policy or a script refused. */
export async function openGallery(
  browser: Browser,
  built: Map<string, string>,
  options: { width: number; script?: boolean },
) {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 900 },
    javaScriptEnabled: options.script ?? true,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url())
    const asset = built.get(url.pathname.replace('/assets/', ''))
    const [, name, lang, theme] = url.pathname.split('/')
    const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
    if (asset !== undefined)
      return route.fulfill({ body: asset, contentType: types[url.pathname.split('.').at(-1) ?? ''] })
    return route.fulfill({
      body: galleryHtml(name as GalleryPage, lang as 'fr', theme as 'light'),
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
    })
  })
  const show = (name: GalleryPage, lang: string, theme: string): Promise<unknown> =>
    page.goto(`http://gallery.test/${name}/${lang}/${theme}`)
  return { page, complaints, show }
}
