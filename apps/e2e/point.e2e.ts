import type { Page } from '@playwright/test';
import { expect, test } from './journey';
import { openPoint, wish } from './points';

const act = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const send = (page: Page, name: string): Promise<void> =>
  page.getByRole('form').getByRole('button', { name, exact: true }).click();
const facts = (page: Page) => page.locator('.ka-facts');

test('the secretary explores a wish and puts it on the agenda, and a reader sees each step', async ({ people }) => {
  const moderator = await people.inRole('broker', 'asperen');
  const id = await wish(await people.newcomer('Nieuw in Asperen', 'asperen'), moderator, {
    title: 'Een zonnewijzer bij de kerk',
  });
  const reader = await people.visitor();
  await openPoint(reader, id);
  await expect(facts(reader)).toContainText('Wens');
  const secretary = await people.inRole('secretary', 'asperen');
  await openPoint(secretary, id);
  await expect(secretary.getByRole('button', { name: 'Dit kan niet doorgaan' })).toHaveCount(0);

  await act(secretary, 'Begin met verkennen');
  await expect(secretary.getByText('De verkenning is begonnen.')).toBeVisible();
  await expect(secretary.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(facts(reader)).toContainText('Wordt verkend');
  await act(secretary, 'Zet op de agenda');
  await expect(facts(reader)).toContainText('Op de agenda');
  await expect(facts(reader)).toContainText('Dit is nog geen belofte.');
  await expect(reader.locator('.ka-twig [aria-current="step"]')).toHaveText('Op de agenda');
  await expect(reader.getByRole('heading', { name: 'Op de agenda gezet' })).toBeVisible();
});

test('a broker puts a point on hold until a day, everybody reads why, and the broker takes it up again', async ({
  people,
}) => {
  const page = await people.inRole('broker', 'herwijnen');
  const id = await wish(await people.newcomer('Nieuw in Herwijnen', 'herwijnen'), page, {
    title: 'Een fontein op het plein',
  });
  await openPoint(page, id);
  await act(page, 'Begin met verkennen');
  await act(page, 'Zet in de wacht');
  await expect(page.getByRole('heading', { name: 'Zet dit punt in de wacht' })).toBeFocused();
  await send(page, 'Zet in de wacht');
  await page.getByRole('link', { name: 'Schrijf waarom, in ten minste 10 tekens.' }).click();
  await expect(page.getByLabel('Waarom?')).toBeFocused();
  await page.keyboard.type('De riolering gaat eerst open.');
  const year = new Date().getFullYear() + 1;
  await page.getByLabel('Wanneer kijkt u opnieuw?').fill(`${year}-04-01`);
  await send(page, 'Zet in de wacht');

  const reader = await people.visitor();
  await openPoint(reader, id);
  await expect(facts(reader)).toContainText('In de wacht');
  await expect(reader.getByText('De riolering gaat eerst open.')).toBeVisible();
  await expect(reader.getByText(`Wij kijken opnieuw op 1 april ${year}.`)).toBeVisible();

  await act(page, 'Pak weer op');
  await expect(page.getByText('Dit punt is weer opgepakt.')).toBeVisible();
  await expect(facts(reader)).toContainText('Wordt verkend');
  await expect(reader.getByText('De riolering gaat eerst open.')).toHaveCount(0);
});

test('what cannot be done says why and what can be done, and can be explored anew', async ({ people }) => {
  const page = await people.inRole('broker', 'hellouw');
  const id = await wish(await people.newcomer('Nieuw in Hellouw', 'hellouw'), page, {
    title: 'Een kabelbaan over de Linge',
  });
  await openPoint(page, id);
  await act(page, 'Dit kan niet doorgaan');
  await page.getByLabel('Waarom?').fill('Over het water mag niets hangen.');
  await page.getByLabel('Wat kan er wel?').fill('Een trekpontje kan wel.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Dit kan niet doorgaan' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Waarom?')).toHaveValue('Over het water mag niets hangen.');
  await send(page, 'Sla op dat dit niet kan');

  const reader = await people.visitor();
  await openPoint(reader, id);
  await expect(facts(reader)).toContainText('Kan niet');
  await expect(facts(reader)).toContainText('Niemand meer');
  await expect(reader.getByText('Een trekpontje kan wel.')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Ik steun dit' })).toHaveCount(0);

  await act(page, 'Verken opnieuw');
  await expect(facts(reader)).toContainText('Wordt verkend');
});

test('a broker merges two points that are one, and the old address leads on', async ({ people }) => {
  const page = await people.inRole('broker', 'rhenoy');
  const author = await people.newcomer('Nieuw in Rhenoy', 'rhenoy');
  const id = await wish(author, page, { title: 'Zitplek onder de lindeboom' });
  await wish(author, page, { title: 'Bank rond de lindeboom' });
  const supporter = await people.as('Bewoner Deil');
  await openPoint(supporter, id);
  await act(supporter, 'Ik steun dit');
  await expect(supporter.getByText('1 mens steunt dit.', { exact: false })).toBeVisible();

  await openPoint(page, id);
  await act(page, 'Voeg samen');
  await page.getByLabel('Met welk punt?').selectOption({ label: 'Bank rond de lindeboom' });
  await send(page, 'Voeg de punten samen');
  await expect(page.getByText('De punten zijn samengevoegd.')).toBeVisible();
  await supporter.getByRole('link', { name: 'Bank rond de lindeboom' }).click();
  await expect(supporter.getByRole('heading', { level: 1 })).toHaveText('Bank rond de lindeboom');
  await expect(supporter.getByRole('button', { name: 'U steunt dit' })).toBeVisible();
});

test('an author withdraws a point after reading that this is for good', async ({ people }) => {
  const author = await people.newcomer('Nieuw in Rumpt', 'rumpt');
  const id = await wish(author, await people.inRole('broker', 'rumpt'), { title: 'Een trampoline bij de school' });
  await openPoint(author, id);
  await act(author, 'Trek in');
  await expect(author.getByText('U kunt dit niet terugdraaien.', { exact: false })).toBeVisible();
  await act(author, 'Toch niet');
  await expect(facts(author)).toContainText('Wens');
  await act(author, 'Trek in');
  await send(author, 'Trek dit punt in');
  await expect(author.getByText('Uw punt is ingetrokken.')).toBeVisible();
  await expect(facts(author)).toContainText('Ingetrokken');
});
