import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';

const themes = ['light', 'dark', 'contrast'] as const;
const widths = [320, 1280] as const;

async function pointPath(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/proposals?village=tricht&agendaState=on_agenda');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/voorstellen/${items[0]?.id}`;
}

async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `no sideways scrolling: ${page.url()}`).toBeLessThanOrEqual(0);
}

for (const theme of themes) {
  for (const width of widths) {
    test(`public pages are accessible in ${theme} at ${width} px`, async ({ people }) => {
      const page = await people.visitor({ viewport: { width, height: 800 } });
      await page.goto('/');
      const name = { light: 'Licht', dark: 'Donker', contrast: 'Sterk contrast' }[theme];
      await page.getByRole('button', { name, exact: true }).click();
      for (const path of [
        '/',
        '/kernen/tricht',
        await pointPath(page),
        '/voorstel/nieuw?kern=tricht',
        '/inloggen',
        '/uitleg',
        '/toegankelijkheid',
        '/demo/post',
        '/bestaat-niet',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await expectAccessible(page);
        await expectNoSideways(page);
      }
    });
  }
}

for (const width of widths) {
  test(`pages of who signed in are accessible at ${width} px`, async ({ people }) => {
    const resident = await people.as('Bewoner Tricht', { viewport: { width, height: 800 } });
    for (const path of ['/', '/mijn', await pointPath(resident), '/werkplek']) {
      await resident.goto(path);
      await expect(resident.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(resident);
      await expectNoSideways(resident);
    }
    const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 2', { viewport: { width, height: 800 } });
    await broker.goto('/werkplek');
    await expect(broker.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(broker);
    await expectNoSideways(broker);
  });
}

test('public pages can be read before any script runs', async ({ people }) => {
  const page = await people.visitor({ javaScriptEnabled: false });
  for (const [path, text] of [
    ['/', 'Tricht'],
    ['/kernen/tricht', 'Speelbos'],
    [await pointPath(page), 'Op de agenda'],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByText(text).first()).toBeVisible();
  }
});

test('a resident finds the village and its points with the keyboard alone', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
  await page.getByLabel('Zoek uw dorp').focus();
  await page.keyboard.type('4196');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tricht');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('an address that does not exist answers 404', async ({ page }) => {
  expect((await page.request.get('/bestaat-niet')).status()).toBe(404);
  expect((await page.request.get('/kernen/atlantis')).status()).toBe(404);
});
