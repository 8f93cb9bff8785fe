import { chromium } from 'playwright-core';
import type { Browser, Route } from 'playwright-core';
import type { Print } from './messages';

/** Nobody is called: what a page needs is handed to it, and a name that slips through leads nowhere. */
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const documentPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; form-action 'none'";

/** One browser that prints pages of ours: no script, no cookie, and nothing from elsewhere. */
export class Press {
  private browser: Promise<Browser> | null = null;

  constructor(private readonly chromiumPath: string) {}

  /**
   * The page as tagged PDF on A4, with its title and language.
   * @throws Error when the browser does not start or the page does not come.
   */
  async print({ url, origin, html }: Print): Promise<Uint8Array> {
    const browser = await this.getBrowser();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      serviceWorkers: 'block',
      acceptDownloads: false,
      colorScheme: 'light',
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
    });
    try {
      let isFirst = true;
      await context.route('**/*', (route) => {
        const isDocument = isFirst && route.request().url() === url;
        isFirst = false;
        if (!isDocument) return passFile(route, new URL(url).origin, origin);
        const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': documentPolicy };
        return route.fulfill({ headers, body: html });
      });
      const page = await context.newPage();
      await page.goto(url, { waitUntil: 'load' });
      return await page.pdf({
        format: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      });
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    const browser = await this.browser?.catch(() => null);
    await browser?.close();
  }

  private getBrowser(): Promise<Browser> {
    this.browser ??= chromium.launch({
      executablePath: this.chromiumPath,
      args: launchArguments,
      // Who started this process closes it.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return this.browser;
  }
}

/** Styles, letters, signs and pictures of our own, fetched here; another page and a redirect are no files of ours. */
async function passFile(route: Route, publicOrigin: string, origin: string): Promise<void> {
  const request = route.request();
  const { origin: asked, pathname, search } = new URL(request.url());
  if (asked !== publicOrigin || request.isNavigationRequest()) return route.abort('accessdenied');
  const answer = await fetch(origin + pathname + search, { redirect: 'error' }).catch(() => null);
  if (!answer?.ok) return route.abort('failed');
  const headers = { 'content-type': answer.headers.get('content-type') ?? '' };
  return route.fulfill({ headers, body: Buffer.from(await answer.arrayBuffer()) });
}
