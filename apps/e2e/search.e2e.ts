import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessibleEverywhere, tabTo, test } from './journey';
import { wish } from './points';

const broker = 'Gebiedsmakelaar Voorbeeldgebied 1';
const field = 'Wat zoekt u?';

/** What is said of the result. */
const counted = (page: Page): Locator => page.getByRole('main').getByRole('status');

test('a typing error finds the point, and the page says what it looked for', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/');
  await page.getByRole('link', { name: 'Zoeken', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Zoeken' })).toBeFocused();
  await tabTo(page, page.getByLabel(field));
  await page.keyboard.type('klompenapd');
  await page.keyboard.press('Enter');
  await expect(counted(page)).toContainText('Wij zochten op ‘klompenpad’.');
  await expect(page.getByRole('link', { name: 'Klompenpad langs de theetuin' })).toBeVisible();
  await expect(page).toHaveTitle('Zoeken: klompenapd – Kernagenda');
});

test('a filter stands in the address, and stays after loading again and going back', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/zoeken?q=verlichting', { waitUntil: 'networkidle' });
  await page.getByLabel('Dorp').selectOption('Tricht');
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  await expect(page).toHaveURL('/zoeken?q=verlichting&kern=tricht');
  const count = counted(page);
  await expect(count).toContainText('gevonden voor ‘verlichting’');
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByLabel(field)).toHaveValue('verlichting');
  await expect(page.getByLabel('Dorp')).toHaveValue('tricht');
  await page.getByLabel(field).fill('bank');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/zoeken?q=bank&kern=tricht');
  await page.goBack();
  await expect(page.getByLabel(field)).toHaveValue('verlichting');
});

test('without script the form asks, finds and turns the page', async ({ people }) => {
  const page = await people.visitor({ javaScriptEnabled: false });
  await page.goto('/zoeken');
  await page.getByLabel(field).fill('speelplek');
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  await expect(page).toHaveURL(/\/zoeken\?q=speelplek&kern=&thema=&stand=$/);
  await expect(page.getByLabel(field)).toHaveValue('speelplek');
  await expect(page.getByText('gevonden voor ‘speelplek’')).toBeVisible();
  await page.goto('/zoeken?thema=traffic');
  await expect(page.getByLabel('Onderwerp')).toHaveValue('traffic');
  const first = await page.getByRole('heading', { level: 4 }).allTextContents();
  await page.getByRole('link', { name: 'Toon meer' }).click();
  await expect(page).toHaveURL(/na=/);
  const second = await page.getByRole('heading', { level: 4 }).allTextContents();
  expect(second.length).toBeGreaterThan(0);
  expect(second).not.toEqual(first);
});

test('more is shown below what is there, and counted aloud', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/zoeken?thema=traffic', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 4 })).toHaveCount(20);
  await page.getByRole('link', { name: 'Toon meer' }).click();
  await expect(counted(page)).toContainText('Nu ziet u');
  expect(await page.getByRole('heading', { level: 4 }).count()).toBeGreaterThan(20);
});

test('a village and a theme that may be meant stand above the points', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/zoeken?q=sport in Geldermalsen', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Spelen en sport', exact: true }).click();
  await expect(page.getByLabel('Onderwerp')).toHaveValue('play_sport');
  await page.goto('/zoeken?q=Geldermalsn', { waitUntil: 'networkidle' });
  await page.getByRole('main').getByRole('link', { name: 'Geldermalsen', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Geldermalsen' })).toBeVisible();
});

test('a new point is found as soon as it is published', async ({ people }) => {
  const author = await people.newcomer('Nieuw in Beesd', 'beesd');
  const title = 'Een hangmattenwoud bij de kolk';
  const id = await wish(author, await people.as(broker), { title });
  const page = await people.visitor();
  await expect(async () => {
    await page.goto('/zoeken?q=hangmattenwoud&kern=beesd');
    await expect(page.locator(`a[href="/voorstellen/${id}"]`)).toBeVisible({ timeout: 500 });
  }).toPass();
});

for (const query of [
  'q=ruimtevaartmuseum',
  'q=klompenpad verlichting',
  'q=sport Geldermalsen klompenapd&kern=tricht',
]) {
  test(`accessible in every theme, narrow and wide: what is found for ${query}`, async ({ people }) => {
    const page = await people.visitor({ reducedMotion: 'reduce' });
    await page.goto(`/zoeken?${query}`, { waitUntil: 'networkidle' });
    await expect(counted(page)).toContainText('gevonden');
    await expectAccessibleEverywhere(page);
  });
}
