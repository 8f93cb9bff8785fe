import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Locator, Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, test } from './journey';
import { aPageWithoutErrors, aPhoto } from './photos';

const chooser = (page: Page): Locator => page.getByLabel(/Foto toevoegen|Nog een foto/);
const words = (page: Page, number = 1): Locator => page.getByLabel(`Wat is er te zien op foto ${number}?`);
const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Verstuur', exact: true }).click();
const letters = (page: Page): Locator =>
  page.getByRole('list', { name: 'Berichten in dit gesprek' }).getByRole('listitem');
const kept = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith('/message-photos') && answer.status() === 201);

/** A thread of its own for who is signed in here, opened on the page. */
async function inThread(page: Page, waitUntil: 'load' | 'commit' = 'load'): Promise<string> {
  const { person } = await done<{ person: { homeVillageId: string } }>(page.request.get('/api/v1/me'));
  const data = { villageId: person.homeVillageId, title: `De bus ${randomUUID()}`, body: 'Komt hij nog?' };
  const { id } = await done<{ id: string }>(page.request.post('/api/v1/threads', { data }));
  await page.goto(`/berichten?gesprek=${id}`, { waitUntil });
  await expect(page.getByLabel('Uw antwoord')).toBeVisible();
  return id;
}

test('attack 19: a photo in a message arrives at once and without the place where it was taken; nothing of it is lost before', async ({
  people,
}) => {
  const broker = await people.inRole('broker', 'varik');
  await broker.goto('/berichten');
  await expect(broker.getByRole('heading', { level: 1 })).toHaveText('Berichten');
  const resident = await people.newcomer('Nieuwe bewoner', 'varik');
  await resident.goto('/berichten?gesprek=nieuw');
  const title = `De halte is weg ${randomUUID()}`;
  await resident.getByLabel('Waar gaat het over?').fill(title);
  await resident.getByLabel('Uw bericht').fill('Ziet u het ook?');
  const sent = await aPhoto();
  expect((await sharp(sent.buffer).metadata()).exif?.toString('latin1')).toContain('Telefoon');
  const arrived = kept(resident);
  await chooser(resident).setInputFiles(sent);
  await arrived;
  await send(resident);
  await expect(resident.getByRole('link', { name: /op foto 1 te zien is/ })).toBeVisible();
  await expectAccessibleEverywhere(resident);
  await words(resident).fill('De paal zonder bord');
  const second = kept(resident);
  await chooser(resident).setInputFiles(await aPhoto(600, 400));
  await words(resident, 2).fill('De lege bank');
  await second;
  await resident.getByRole('button', { name: 'Naar voren (foto 2)' }).click();
  await expect(words(resident)).toHaveValue('De lege bank');
  await resident.reload();
  await expect(resident.getByLabel('Uw bericht')).toHaveValue('Ziet u het ook?');
  await expect(words(resident)).toHaveValue('De lege bank');
  await expect(words(resident, 2)).toHaveValue('De paal zonder bord');
  await send(resident);
  await expect(resident.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await expect(letters(resident).getByRole('img')).toHaveCount(2);

  await broker.getByRole('link', { name: title }).click();
  await expect(letters(broker).getByRole('img', { name: 'De paal zonder bord' })).toBeVisible();
  await expectAccessibleEverywhere(broker);
  await chooser(resident).setInputFiles(await aPhoto());
  await words(resident).fill('Het bord in de sloot');
  await resident.getByLabel('Uw antwoord').fill('En dit lag ernaast.');
  await expectAccessibleEverywhere(resident);
  await send(resident);
  await expect(resident.getByLabel('Uw antwoord')).toHaveValue('');
  await expect(words(resident)).toHaveCount(0);
  await expect(letters(broker).getByRole('img', { name: 'Het bord in de sloot' })).toBeVisible();

  const link = letters(broker).getByRole('link', { name: 'Het bord in de sloot' });
  const large = (await link.getAttribute('href')) ?? '';
  const file = await (await broker.request.get(large)).body();
  const { format, width, exif, xmp } = await sharp(file).metadata();
  expect({ format, width, exif, xmp }).toEqual({ format: 'webp', width: 1600, exif: undefined, xmp: undefined });
  expect(file.toString('latin1')).not.toMatch(/Telefoon|Bewoner|GPS/);
  expect((await (await people.visitor()).request.get(large)).status()).toBe(401);
  const neighbour = await people.newcomer('Nieuwe buur', 'varik');
  expect((await neighbour.request.get(large)).status()).toBe(404);
});

test('a line that breaks keeps text, words and photo until the message is there, once', async ({ people }) => {
  const page = await aPageWithoutErrors(await people.newcomer('Nieuwe bewoner', 'tuil'));
  await inThread(page);
  const [photos, messages] = ['**/api/v1/message-photos', '**/api/v1/threads/*/messages'];
  await page.route(photos, (call) => call.abort());
  await page.getByLabel('Uw antwoord').fill('Zie de foto.');
  await chooser(page).setInputFiles(await aPhoto());
  await words(page).fill('De dijk in de zomer');
  const failure = page.getByText('De verbinding viel weg.', { exact: false });
  await expect(failure).toBeVisible();
  await expectAccessible(page);
  await send(page);
  await expect(page.getByText('Niet elke foto is aangekomen.', { exact: false })).toBeVisible();
  await page.reload();
  await expect(words(page)).toHaveValue('De dijk in de zomer');
  await expect(failure).toBeVisible();
  await page.unroute(photos);
  await page.getByRole('button', { name: 'Opnieuw' }).click();
  await expect(failure).toHaveCount(0);

  // The message arrives, and the answer that says so does not.
  await page.route(messages, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort();
  });
  await send(page);
  await expect(page.getByText('Er is geen verbinding.', { exact: false })).toBeVisible();
  await page.unroute(messages);
  await page.reload();
  await expect(page.getByLabel('Uw antwoord')).toHaveValue('Zie de foto.');
  await expect(words(page)).toHaveValue('De dijk in de zomer');
  await send(page);
  await expect(page.getByLabel('Uw antwoord')).toHaveValue('');
  await expect(words(page)).toHaveCount(0);
  await expect(letters(page)).toHaveCount(2);
  await expect(letters(page).getByRole('img', { name: 'De dijk in de zomer' })).toBeVisible();
});

test('a photo that the municipality forgot is sent again from the device; signing out leaves none there', async ({
  people,
}) => {
  const page = await aPageWithoutErrors(await people.newcomer('Nieuwe bewoner', 'opijnen'));
  await inThread(page);
  await page.getByLabel('Uw antwoord').fill('Zie de foto.');
  const arrived = kept(page);
  await chooser(page).setInputFiles(await aPhoto());
  await words(page).fill('De oude brug');
  const { id } = (await (await arrived).json()) as { id: string };
  await done(page.request.delete(`/api/v1/message-photos/${id}`));
  await send(page);
  await expect(letters(page).getByRole('img', { name: 'De oude brug' })).toBeVisible();

  await chooser(page).setInputFiles(await aPhoto(60, 40));
  await page.getByRole('button', { name: 'Haal weg (foto 1)' }).click();
  await expect(words(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(words(page)).toBeVisible();
  await page.goto('/mijn');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('link', { name: 'Inloggen' })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('a photo that is chosen before the page is awake is taken in when it is', async ({ people }) => {
  const page = await aPageWithoutErrors(await people.newcomer('Nieuwe bewoner', 'opijnen'));
  let wake: () => void = () => undefined;
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/main-*.js', async (route) => {
    await awake;
    await route.continue();
  });
  await inThread(page, 'commit');
  await chooser(page).setInputFiles(await aPhoto());
  wake();
  await expect(words(page)).toBeVisible();
});
