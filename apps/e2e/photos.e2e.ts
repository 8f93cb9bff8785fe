import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, expectAccessibleEverywhere, mailedCode, test } from './journey';
import { aPageWithoutErrors, aPhoto } from './photos';
import { approve, openPoint } from './points';

const begin = async (page: Page, village: string, wish: string): Promise<void> => {
  await page.goto(`/voorstel/nieuw?kern=${village}`);
  await page.getByLabel('Wat wenst u?').fill(wish);
};
const chooser = (page: Page): Locator => page.getByLabel(/Maak of kies een foto|Nog een foto/);
const toReview = (page: Page): Promise<void> => page.getByRole('button', { name: 'Verder naar controleren' }).click();
test('attack 19: a photo goes in with the place where it was taken, and comes out without, for who may see its text', async ({
  people,
}) => {
  const sent = await aPhoto();
  expect((await sharp(sent.buffer).metadata()).exif?.toString('latin1')).toContain('Telefoon');
  const resident = await people.newcomer('Nieuwe bewoner', 'neerijnen');
  await begin(resident, 'neerijnen', 'Een bankje bij de kerk van Neerijnen');
  await chooser(resident).setInputFiles(sent);
  await toReview(resident);
  await expect(resident.getByRole('link', { name: /op foto 1 te zien is/ })).toBeVisible();
  await expectAccessibleEverywhere(resident);
  await resident.getByLabel('Wat is er te zien op foto 1?').fill('De kerk zonder bank');
  await toReview(resident);
  await expect(resident.getByRole('img', { name: 'De kerk zonder bank' })).toBeVisible();
  await resident.getByRole('button', { name: 'Stuur in' }).click();
  await resident.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(resident.getByRole('img', { name: 'De kerk zonder bank' })).toBeVisible();
  await expectAccessible(resident);
  const address = resident.url();
  const large = (await resident.getByRole('link', { name: 'De kerk zonder bank' }).getAttribute('href')) ?? '';

  const stranger = await people.visitor();
  expect((await stranger.request.get(large)).status()).toBe(404);
  const id = address.split('/').pop() ?? '';
  const broker = await people.inRole('broker', 'neerijnen');
  await openPoint(broker, id);
  await expect(broker.getByRole('img', { name: 'De kerk zonder bank' })).toBeVisible();
  await approve(broker, id);

  await stranger.goto(address);
  await expect(stranger.getByRole('img', { name: 'De kerk zonder bank' })).toBeVisible();
  const kept = await (await stranger.request.get(large)).body();
  const { format, width, exif, xmp } = await sharp(kept).metadata();
  expect({ format, width, exif, xmp }).toEqual({ format: 'webp', width: 1600, exif: undefined, xmp: undefined });
  expect(kept.toString('latin1')).not.toMatch(/Telefoon|Bewoner|GPS/);

  const alone = await aPageWithoutErrors(stranger);
  await alone.goto(address);
  await alone.getByRole('img', { name: 'De kerk zonder bank' }).click();
  await expect(alone).toHaveURL(large);
  expect(await alone.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600);
});

test('a photo and its words that a visitor chose first go along through signing in, and are gone after signing out', async ({
  people,
}) => {
  const page = await people.visitor();
  await page.goto('/voorstel/nieuw?kern=haaften');
  await chooser(page).setInputFiles(await aPhoto());
  await page.getByLabel('Wat is er te zien op foto 1?').fill('Het lege plein');
  await expect(page.getByText('De foto staat op dit apparaat', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Haaften', exact: true }).click();
  await expect(page).toHaveURL(/kernen/);
  await page.goBack();
  await expect(page.getByLabel('Wat is er te zien op foto 1?')).toHaveValue('Het lege plein');
  await page.getByLabel('Wat wenst u?').fill('Een boom op het plein');
  await toReview(page);
  await page.getByRole('button', { name: 'Log in en stuur in' }).click();
  const email = `${randomUUID()}@example.org`;
  await page.getByLabel('Uw e-mailadres').fill(email);
  await page.getByRole('button', { name: 'Stuur mij een code' }).click();
  await expect(page.getByLabel('De code uit uw mail')).toBeVisible();
  await page.getByLabel('De code uit uw mail').fill(await mailedCode(page, email));
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('img', { name: 'Het lege plein' })).toBeVisible();
  await page.getByRole('button', { name: 'Stuur in' }).click();
  await page.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(page.getByRole('img', { name: 'Het lege plein' })).toBeVisible();

  await page.goto('/voorstel/nieuw?kern=haaften');
  await chooser(page).setInputFiles(await aPhoto());
  await expect(page.getByText('Eén foto gekozen.')).toBeVisible();
  await page.goto('/mijn');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('link', { name: 'Inloggen' })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('a line that breaks keeps the text and the photo, says so, and sends again when asked', async ({ people }) => {
  const page = await aPageWithoutErrors(await people.newcomer('Nieuwe bewoner', 'deil'));
  const route = '**/api/v1/proposals/*/photos';
  let breakLine = (): void => undefined;
  await page.route(route, async (call) => {
    await new Promise<void>((resolve) => (breakLine = resolve));
    await call.abort();
  });
  await begin(page, 'deil', 'Een picknicktafel aan de dijk');
  await chooser(page).setInputFiles(await aPhoto());
  await page.getByLabel('Wat is er te zien op foto 1?').fill('De dijk in de zomer');
  await expect(page.getByRole('progressbar', { name: 'Foto 1 wordt verstuurd' })).toBeVisible();
  await expectAccessible(page);
  breakLine();
  const failure = page.getByText('De foto en uw tekst staan nog hier.', { exact: false });
  await expect(failure).toBeVisible();
  await expectAccessible(page);
  await page.unroute(route);
  await page.route(route, (call) => call.abort());
  await page.reload();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('Een picknicktafel aan de dijk');
  await expect(page.getByLabel('Wat is er te zien op foto 1?')).toHaveValue('De dijk in de zomer');
  await expect(failure).toBeVisible();
  await page.unroute(route);
  await page.getByRole('button', { name: 'Opnieuw' }).click();
  await expect(failure).toHaveCount(0);
  await toReview(page);
  await page.getByRole('button', { name: 'Stuur in' }).click();
  await page.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(page.getByRole('img', { name: 'De dijk in de zomer' })).toBeVisible();
});

test('a line that comes back goes on by itself', async ({ people }) => {
  const page = await aPageWithoutErrors(await people.newcomer('Nieuwe bewoner', 'deil'));
  const route = '**/api/v1/proposals/*/photos';
  await page.route(route, (call) => call.abort());
  await begin(page, 'deil', 'Een lantaarn op het kerkpad');
  await chooser(page).setInputFiles(await aPhoto());
  await page.getByLabel('Ik geef geen beschrijving').check();
  const failure = page.getByText('De verbinding viel weg.', { exact: false });
  await expect(failure).toBeVisible();
  await page.context().setOffline(true);
  await page.unroute(route);
  const arrived = page.waitForResponse(/\/proposals\/[\w-]+\/photos$/);
  await page.context().setOffline(false);
  expect((await arrived).status()).toBe(201);
  await expect(failure).toHaveCount(0);
});

test('attack 01: the name of a file that is no photo is shown as the text it is; five photos are the most', async ({
  people,
}) => {
  const page = await people.visitor();
  await begin(page, 'ophemert', 'Een hek om de speeltuin');
  const name = '<img src=x onerror="window.hacked=1">.jpg';
  await chooser(page).setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await expect(page.getByRole('alert').filter({ hasText: name })).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  const small = await aPhoto(60, 40);
  await chooser(page).setInputFiles(Array.from({ length: 6 }, () => small));
  await expect(page.getByText('5 foto’s gekozen. Meer kan niet.')).toBeVisible();
  await expect(chooser(page)).toHaveCount(0);
  await expectAccessibleEverywhere(page);
  await page.getByRole('button', { name: 'Haal weg (foto 5)' }).click();
  await expect(page.getByText('4 foto’s gekozen.')).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(page.getByText('5 foto’s gekozen. Meer kan niet.')).toBeVisible();
});
