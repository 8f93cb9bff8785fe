import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey';
import { mailsOf } from './mails';
import { openPoint, wish } from './points';

const bell = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('a question has somebody who answers and a day, and its asker hears the answer once', async ({ people }) => {
  const [title, question] = ['Een klok op het dorpshuis', 'Slaat de klok ook in de nacht?'];
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  const id = await wish(await people.newcomer('Nieuw in Tricht', 'tricht'), broker, { title });
  const asker = await people.newcomer('Vraagt in Tricht', 'tricht');
  await openPoint(asker, id);
  await asker.getByLabel('Ik heb een vraag').check();
  await asker.getByLabel('Wat wilt u weten?').fill(question);
  await asker.getByRole('button', { name: 'Plaats', exact: true }).click();
  const asked = asker.getByRole('listitem').filter({ hasText: question });
  await expect(asked.getByText(/De gebiedsmakelaar antwoordt uiterlijk \d+ \w+/)).toBeVisible();
  await expect(asker.getByText('U volgt dit, want u schreef iets bij dit punt.')).toBeVisible();
  await asker.goto('/uitleg');
  await expect(bell(asker, 'Meldingen')).toBeVisible();

  await openPoint(broker, id);
  const seen = broker.getByRole('listitem').filter({ hasText: question });
  await seen.getByRole('button', { name: 'Antwoord' }).click();
  await seen.getByRole('textbox', { name: 'Uw antwoord' }).fill('Nee, van tien tot zeven is hij stil.');
  await seen.locator('form').getByRole('button', { name: 'Antwoord' }).click();
  await expect(bell(asker, 'Meldingen, 1 is nieuw')).toBeVisible();
  await expect.poll(() => mailsOf(asker, `Er is antwoord op uw vraag: ${title}`)).toHaveLength(1);

  await broker.getByRole('button', { name: 'Begin met verkennen' }).click();
  await expect(bell(asker, 'Meldingen, 2 zijn nieuw')).toBeVisible();
  await expect.poll(() => mailsOf(asker, `De gebiedsmakelaar zoekt uit wat er kan: ${title}`)).toHaveLength(1);
  expect(await mailsOf(asker, `Er is antwoord op uw vraag: ${title}`)).toHaveLength(1);

  await bell(asker, 'Meldingen, 2 zijn nieuw').click();
  const told = asker.getByRole('listitem').filter({ hasText: 'Er is antwoord op uw vraag' });
  await expect(told).toHaveCount(1);
  await expectAccessible(asker);
  await told.getByRole('link', { name: title }).click();
  await expect(asked.getByText('Nee, van tien tot zeven is hij stil.')).toBeVisible();
  await expect(bell(asker, 'Meldingen, 1 is nieuw')).toBeVisible();
  await expectAccessible(asker);
});

test('a follower hears of a step, and stops with one click from the mail, without signing in', async ({ people }) => {
  const title = 'Een kas voor de school';
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  const id = await wish(await people.newcomer('Nieuw in Deil', 'deil'), broker, { title });
  const follower = await people.newcomer('Volgt Deil', 'deil', { viewport: { width: 320, height: 700 } });
  await openPoint(follower, id);
  await follower.getByRole('button', { name: 'Volg dit punt' }).click();
  await expect(follower.getByText('U volgt dit.', { exact: true })).toBeVisible();
  await expect(follower.getByRole('button', { name: 'Stop met volgen' })).toBeFocused();
  await expectAccessible(follower);

  await openPoint(broker, id);
  await broker.getByRole('button', { name: 'Begin met verkennen' }).click();
  await expect(bell(follower, 'Meldingen, 1 is nieuw')).toBeVisible();
  const subject = `De gebiedsmakelaar zoekt uit wat er kan: ${title}`;
  await expect.poll(() => mailsOf(follower, subject)).toHaveLength(1);
  const [mail] = await mailsOf(follower, subject);
  const link = new URL(/Geen berichten meer over dit punt:\n(\S+)/.exec(mail?.text ?? '')?.[1] ?? '');

  const reader = await people.visitor({ viewport: { width: 320, height: 700 } });
  await reader.goto(link.pathname + link.search);
  await expect(reader.getByText('Wilt u geen berichten meer over dit punt?')).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole('button', { name: 'Ja, stop' }).click();
  await expect(reader.getByText('U krijgt geen berichten meer over dit punt.')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Zet weer aan' })).toBeVisible();

  await follower.reload();
  await expect(follower.getByRole('button', { name: 'Volg dit punt' })).toBeVisible();
});

test('a message is told to who is elsewhere on the site, and is not new any more once it was read', async ({
  people,
}) => {
  const [title, answer] = ['Wanneer gaat de brug weer open?', 'Vanaf vrijdag.'];
  const resident = await people.newcomer('Schrijft in Tricht', 'tricht');
  await resident.goto('/berichten?gesprek=nieuw');
  await resident.getByLabel('Waar gaat het over?').fill(title);
  await resident.getByLabel('Uw bericht').fill('Ik moet nu omrijden.');
  await resident.getByRole('button', { name: 'Verstuur' }).click();
  await expect(resident.getByRole('heading', { level: 2, name: title })).toBeVisible();
  const path = new URL(resident.url()).search;
  await resident.goto('/uitleg');
  await expect(bell(resident, 'Meldingen')).toBeVisible();

  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  await broker.goto(`/berichten${path}`);
  await broker.getByLabel('Uw antwoord').fill(answer);
  await broker.getByRole('button', { name: 'Verstuur' }).click();
  // A message waits some seconds: who has its thread open reads it there.
  await expect(bell(resident, 'Meldingen, 1 is nieuw')).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => mailsOf(resident, 'U hebt een nieuw bericht')).toHaveLength(1);
  const [mail] = await mailsOf(resident, 'U hebt een nieuw bericht');
  expect(mail?.text).toContain(title);
  expect(mail?.text).not.toContain(answer);

  await bell(resident, 'Meldingen, 1 is nieuw').click();
  await resident.getByRole('listitem').filter({ hasText: title }).getByRole('link').click();
  await expect(resident.getByRole('list', { name: 'Berichten in dit gesprek' })).toContainText(answer);
  await expect(bell(resident, 'Meldingen')).toBeVisible();
  expect(await mailsOf(resident, 'U hebt een nieuw bericht')).toHaveLength(1);
});

test('somebody follows a village, sees what they follow and why, stops, and takes that back', async ({ people }) => {
  const page = await people.newcomer('Volgt Vuren', 'vuren');
  await page.goto('/kernen/vuren');
  await page.getByRole('button', { name: 'Volg dit dorp' }).click();
  await expect(page.getByRole('button', { name: 'Stop met volgen' })).toBeVisible();
  await page.goto('/mijn/volgen');
  await expect(page.getByRole('link', { name: 'Heel Vuren' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop met volgen van Vuren' }).click();
  await expect(page.getByRole('link', { name: 'Heel Vuren' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(page.getByRole('link', { name: 'Heel Vuren' })).toBeVisible();
  await page.getByLabel('Elke maandag een overzicht').check();
  await expect(page.getByText('Uw keuze is bewaard.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Elke maandag een overzicht')).toBeChecked();
});

test('somebody follows a theme, a circle around a village and one around where they are', async ({ people }) => {
  const here = { geolocation: { longitude: 5.2601234, latitude: 51.8901234 }, permissions: ['geolocation'] };
  const page = await people.newcomer('Volgt rondom', 'vuren', { ...here, viewport: { width: 320, height: 700 } });
  await page.goto('/mijn/volgen');
  await page.getByLabel('Verkeer').check();
  await expect(page.getByRole('heading', { name: 'Verkeer, in alle dorpen' })).toBeVisible();
  await page.getByRole('button', { name: 'Volg deze plek' }).click();
  await expect(page.getByText('Kies rond welk dorp.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Rond welk dorp?').selectOption('Tricht');
  await page.getByLabel('3 km').check();
  await page.getByRole('button', { name: 'Volg deze plek' }).click();
  await expect(page.getByRole('heading', { name: '3 km rond Tricht' })).toBeVisible();
  await expect(page.getByText(/^Reikt tot in .*Buurmalsen.* en Tricht\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Gebruik waar ik nu ben' }).click();
  await expect(page.getByRole('heading', { name: '3 km rond een plek van uzelf' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '3 km rond Tricht' })).toHaveCount(0);
  await page.getByLabel('Verkeer').uncheck();
  await expect(page.getByRole('heading', { name: 'Verkeer, in alle dorpen' })).toHaveCount(0);
  await expectAccessible(page);
});
