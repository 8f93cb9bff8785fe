import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';
import { wish } from './points';

const phone = { viewport: { width: 360, height: 740 } };
const calm = { reducedMotion: 'reduce' } as const;

/** The page is awake: what is pressed now is done now. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function act(broker: Page, id: string, action: string): Promise<void> {
  const { version } = await done<{ version: number }>(broker.request.get(`/api/v1/proposals/${id}`));
  const headers = { 'If-Match': `"${version}"` };
  await done(broker.request.post(`/api/v1/proposals/${id}/${action}`, { headers }));
}

async function freeze(page: Page, receivedBy: string): Promise<void> {
  await page.getByRole('button', { name: 'Leg een versie vast' }).click();
  await page.getByLabel('Wie ontving deze versie?').fill(receivedBy);
  await page.getByRole('button', { name: 'Leg vast', exact: true }).click();
  await expect(page.getByText('De versie is vastgelegd')).toBeVisible();
}

test('a secretary freezes versions, and everybody reads what changed between two of them', async ({ people }) => {
  test.setTimeout(120_000);
  const author = await people.newcomer('Bewoner van Meteren', 'meteren');
  const broker = await people.inRole('broker', 'meteren');
  const secretary = await people.inRole('secretary', 'meteren');
  const bench = await wish(author, broker, { title: 'Een bank bij de molen van Meteren' });
  await wish(author, broker, { title: 'Een boom die blijft staan in Meteren' });

  await open(secretary, '/kernen/meteren/agenda');
  await secretary.getByRole('button', { name: 'Leg een versie vast' }).click();
  await secretary.getByRole('button', { name: 'Leg vast', exact: true }).click();
  await expect(secretary.getByRole('link', { name: /Schrijf wie deze versie ontving/ })).toBeVisible();
  await expectAccessible(secretary);
  await secretary.getByLabel('Wie ontving deze versie?').fill('de wethouder, op de bewonersavond');
  await secretary.reload({ waitUntil: 'networkidle' });
  await expect(secretary.getByLabel('Wie ontving deze versie?')).toHaveValue('de wethouder, op de bewonersavond');
  await secretary.getByRole('button', { name: 'Leg vast', exact: true }).click();
  await expect(secretary.getByRole('link', { name: 'Versie 1' })).toBeVisible();

  await act(broker, bench, 'explore');
  await act(broker, bench, 'put-on-agenda');
  await wish(author, broker, { title: 'Een fontein voor het plein van Meteren' });
  await open(broker, '/kernen/meteren/agenda');
  await freeze(secretary, 'de gemeenteraad');
  await expect(broker.getByRole('link', { name: 'Versie 2' })).toBeVisible();
  await expect(secretary.getByRole('link', { name: 'Versie 2' })).toBeVisible();

  const reader = await people.visitor({ ...phone, ...calm });
  await open(reader, '/kernen/meteren');
  await reader.getByRole('link', { name: 'Bord, tijdlijn en versies' }).click();
  await expect(reader.getByRole('button', { name: 'Leg een versie vast' })).toHaveCount(0);
  await reader.getByRole('link', { name: 'Wat is er veranderd?' }).click();
  await expect(reader.getByRole('heading', { name: 'Van versie 2 naar nu' })).toBeVisible();
  await expect(reader.getByText('Er is niets veranderd.')).toBeVisible();
  await reader.getByLabel('Vergelijk deze versie').selectOption('1');
  await expect(reader.getByRole('heading', { name: 'Van versie 1 naar nu' })).toBeVisible();
  await reader.getByLabel('met').selectOption('2');
  await expect(reader.getByRole('heading', { name: 'Van versie 1 naar versie 2' })).toBeVisible();
  await expect(reader).toHaveURL(/verschil\?van=1&naar=2$/);
  const told = (name: string): Locator => reader.getByRole('region', { name });
  await expect(told('Nieuw').getByRole('link')).toHaveText(['Een fontein voor het plein van Meteren']);
  const moved = told('Verder of terug');
  await expect(moved.getByRole('link')).toHaveText(['Een bank bij de molen van Meteren']);
  await expect(moved.getByText('Was Wens werd Op de agenda')).toBeVisible();
  await expect(reader.getByText('Een boom die blijft staan')).toHaveCount(0);
  await expectAccessibleEverywhere(reader);

  await open(reader, '/kernen/meteren/agenda?versie=1');
  await expect(reader.getByRole('heading', { name: /U leest versie 1/ })).toBeVisible();
  await expect(reader.getByText('de wethouder, op de bewonersavond').first()).toBeVisible();
  await expect(reader.getByText('Een fontein voor het plein')).toHaveCount(0);
  await expectAccessible(reader);
});

test('an administrator says which villages share an agenda', async ({ people }) => {
  const admin = await people.as('Beheerder', calm);
  await open(admin, '/kernen/buurmalsen/agenda');
  await admin.getByRole('button', { name: 'Kies welke dorpen deze agenda delen' }).click();
  const choices = admin.getByRole('group', { name: 'Deze dorpen hebben samen één agenda' });
  await expect(choices.getByLabel('Buurmalsen')).toBeChecked();
  await choices.getByLabel('Geldermalsen').check();
  await expectAccessibleEverywhere(admin);
  await admin.getByRole('button', { name: 'Sla op' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Kernagenda Buurmalsen en Geldermalsen');
  const reader = await people.visitor(phone);
  await open(reader, '/kernen/geldermalsen/agenda');
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Kernagenda Buurmalsen en Geldermalsen');
  await expect(reader.getByRole('button', { name: /delen/ })).toHaveCount(0);
});

test('the code on the poster opens the village on a telephone', async ({ people }) => {
  const page = await people.visitor({ ...phone, ...calm });
  await open(page, '/kernen/varik/agenda/poster');
  const code = page.getByRole('img', { name: /^QR-code die .*\/kernen\/varik opent$/ });
  await expect(code).toBeVisible();
  await expectNoSideways(page);
  const photo = await code.screenshot();
  const { data, info } = await sharp(photo).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  expect(read?.data).toMatch(/\/kernen\/varik$/);
  await open(page, read?.data ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Varik');
  await expectNoSideways(page);
});

test('the folder of two villages is whole without script, and has the points of their agenda', async ({ people }) => {
  const page = await people.visitor({ javaScriptEnabled: false });
  await page.goto('/kernen/heesselt/agenda/folder');
  await expect(page).toHaveTitle('Kernagenda Heesselt en Varik');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kernagenda Heesselt en Varik');
  const answer = page.request.get('/api/v1/agendas/varik/content');
  const { points } = await done<{ points: { title: string }[] }>(answer);
  expect(points.length).toBeGreaterThan(7);
  for (const { title } of points) await expect(page.getByRole('article').getByText(title).first()).toBeVisible();
  await expect(page.getByRole('article').getByText('Op de agenda staan is geen belofte.')).toBeVisible();
});

for (const path of [
  '',
  '?beeld=bord',
  '?beeld=tijdlijn',
  '?beeld=lijst',
  '?versie=1',
  '/folder',
  '/poster',
  '/verschil',
]) {
  test(`accessible in every theme, narrow and wide: the agenda of Tricht ${path}`, async ({ people }) => {
    const page = await people.visitor(calm);
    await open(page, `/kernen/tricht/agenda${path}`);
    await expectAccessibleEverywhere(page);
  });
}

test('the agenda of a village that is not there says so', async ({ people }) => {
  const page = await people.visitor();
  for (const path of ['', '/folder', '/poster', '/verschil']) {
    const answer = await page.request.get(`/kernen/nergens/agenda${path}`);
    expect([path, answer.status()]).toEqual([path, 404]);
    expect(await answer.text()).toContain('Deze pagina is er niet');
  }
});
