import { randomUUID } from 'node:crypto';
import { expect, test as base } from '@playwright/test';
import type { APIResponse, Browser, BrowserContext, Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import type { RunOnly } from 'axe-core';

/** Opens windows of different people in one journey; each fails the journey when it writes an error to its console. */
export interface People {
  /** A fresh window without a session. */
  visitor(options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** A fresh window in which a demo person is signed in, by name as the sign-in page offers it. */
  as(name: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** A fresh window of somebody nobody else in the journeys is: signed in with a code from the mail, living in a village. */
  newcomer(displayName: string, village: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** As a newcomer who lives elsewhere, with a role in one village: on the desk nothing of other journeys arrives. */
  inRole(role: keyof typeof parts, village: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
}

const parts = {
  broker: 'Gebiedsmakelaar',
  chair: 'Voorzitter',
  secretary: 'Secretaris',
  group_member: 'Groepslid',
} as const;

interface DemoPeople {
  readonly items: readonly { readonly id: string; readonly displayName: string }[];
}

export const test = base.extend<{ people: People }>({
  people: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    const visitor: People['visitor'] = async (options) => {
      const context = await browser.newContext({
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        baseURL: baseURL ?? '',
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        // A page that does not exist is an error to the browser, and the right answer to who asked for it.
        const isPageItself = message.location().url === page.url() && message.text().includes('404');
        // Whoever cuts the line in a journey knows that nothing arrives.
        const isLineCut = message.text().includes('ERR_INTERNET_DISCONNECTED');
        if (message.type() === 'error' && !isPageItself && !isLineCut) errors.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
      if (options?.javaScriptEnabled !== false) waitsUntilAwake(page);
      return page;
    };
    const as: People['as'] = async (name, options) => {
      const page = await visitor(options);
      await signInAs(page, name);
      return page;
    };
    const stranger = async (options: Parameters<typeof visitor>[0], about: object): Promise<Page> => {
      const page = await visitor(options);
      const email = `${randomUUID()}@example.org`;
      // Each from a network of its own: how often codes are asked for and tried is counted by network.
      const headers = { 'x-forwarded-for': `fd00:${randomUUID().slice(9, 23).replaceAll('-', ':')}::1` };
      await done(page.request.post('/api/v1/sign-in/code', { data: { email }, headers }));
      const code = await mailedCode(page, email);
      await done(page.request.post('/api/v1/sign-in', { data: { email, code }, headers }));
      await done(page.request.patch('/api/v1/me', { data: about }));
      return page;
    };
    await use({
      visitor,
      as,
      newcomer: async (displayName, slug, options) => {
        const { id: homeVillageId } = await villageOf(await visitor(), slug);
        return stranger(options, { displayName, homeVillageId });
      },
      inRole: async (role, slug, options) => {
        const admin = await as('Beheerder');
        const village = await villageOf(admin, slug);
        const page = await stranger(options, { displayName: `${parts[role]} van ${village.name}` });
        const { person } = await done<{ person: { id: string } }>(page.request.get('/api/v1/me'));
        const data = { role, scopeType: 'village', scopeIds: [village.id] };
        await done(admin.request.post(`/api/v1/people/${person.id}/roles`, { data }));
        return page;
      },
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'no errors in the console').toEqual([]);
  },
});

/**
 * After an address is opened or loaded again the journey goes on when the page is awake: a link pressed before loads a
 * new page, and what was done on the old one meanwhile would be gone.
 */
function waitsUntilAwake(page: Page): void {
  const awake = () => page.waitForFunction(() => !('kaAwake' in window));
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...args) => {
    const answer = await goto(...args);
    await awake();
    return answer;
  };
  page.reload = async (...args) => {
    const answer = await reload(...args);
    await awake();
    return answer;
  };
}

/** Signs a demo person in, by name as the sign-in page offers it. */
export async function signInAs(page: Page, name: string): Promise<void> {
  const { items } = await done<DemoPeople>(page.request.get('/api/v1/demo/people'));
  const person = items.find(({ displayName }) => displayName === name);
  if (!person) throw new Error(`The demo has no "${name}"`);
  await done(page.request.post('/api/v1/demo/sign-in', { data: { personId: person.id } }));
}

function villageOf(page: Page, slug: string): Promise<{ readonly id: string; readonly name: string }> {
  return done(page.request.get(`/api/v1/villages/${slug}`));
}

/** The body of an answer, which must be good. */
export async function done<Body>(answering: Promise<APIResponse>): Promise<Body> {
  const answer = await answering;
  const text = await answer.text();
  expect(answer.ok(), `${answer.url()}: ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as Body;
}

/** The code of six digits that was mailed to this address. */
export async function mailedCode(page: Page, email: string): Promise<string> {
  let code = '';
  await expect(async () => {
    const answer = await page.request.get(`/api/v1/demo/mail?to=${email}`);
    const { items } = (await answer.json()) as { items: { text: string }[] };
    code = /\b\d{6}\b/.exec(items[0]?.text ?? '')?.[0] ?? '';
    expect(code).not.toBe('');
  }).toPass();
  return code;
}

/** Presses Tab until this has the focus, as somebody without a mouse gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached with Tab').toBeFocused();
}

const wcag: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const looks: RunOnly = { type: 'rule', values: ['color-contrast', 'target-size'] };

/** Every rule of WCAG 2.2 A and AA that a machine can check, on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findings(page, wcag), `accessible: ${page.url()}`).toEqual([]);
}

export const themes = ['light', 'dark', 'contrast'] as const;
const sizes = [
  { width: 320, height: 740 },
  { width: 1280, height: 900 },
] as const;

/**
 * The page as it is now, on a narrow and a wide screen: every rule in the light theme; contrast and size of targets,
 * which differ, in the other themes too; and never a line that is wider than the screen.
 */
export async function expectAccessibleEverywhere(page: Page): Promise<void> {
  // A colour that is still on its way from one theme to the next is no finding.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
      const found = await findings(page, theme === 'light' ? wcag : looks);
      expect(found, `accessible in ${theme} at ${size.width} px: ${page.url()}`).toEqual([]);
    }
    await expectNoSideways(page);
  }
}

/** No line is wider than the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const width = page.viewportSize()?.width;
  expect(overflow, `no sideways scrolling at ${width} px: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** What axe finds in the page itself: there are no frames to enter, and only what fails has to leave the browser. */
async function findings(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // A colour that is on its way, as of a button that sends, is no finding.
  await page.evaluate(() => {
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    return Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
  });
  return page.evaluate(async (rules) => {
    const inPage = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, runOnly);
}

export { expect };
