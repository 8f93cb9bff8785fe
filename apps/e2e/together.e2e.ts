import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, test } from './journey';
import type { People } from './journey';
import { mailsOf } from './mails';
import { wish } from './points';

const facts = (page: Page) => page.locator('.ka-facts');
const form = (page: Page) => page.locator('.ka-fold-form__form');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Somebody who signs for a village, with a point of that village nobody else touches. */
async function signer(people: People, slug: string, title: string): Promise<Page> {
  const broker = await people.inRole('broker', slug);
  await wish(await people.newcomer(`Nieuw in ${slug}`, slug), broker, { title });
  return people.inRole('secretary', slug);
}

/** Begins a collaboration from the list; answers its address. */
async function begin(page: Page, title: string, point: string): Promise<string> {
  await page.goto('/samenwerkingen', { waitUntil: 'networkidle' });
  await button(page, 'Begin een samenwerking').click();
  await page.getByLabel('Naam', { exact: true }).fill(title);
  await page.getByLabel(point, { exact: true }).check();
  await form(page).getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page).toHaveURL(/samenwerkingen\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function join(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await button(page, 'Doe mee met uw dorp').click();
  await form(page).getByRole('button', { name: 'Doe mee', exact: true }).click();
  await expect(page.locator('ka-toast')).toContainText('Het dorp doet mee.');
}

/** Takes a step of the page of a collaboration that asks for nothing more. */
async function step(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await form(page).getByRole('button', { name, exact: true }).click();
  // What is opened before it was taken still shows the old version.
  await expect(form(page)).toHaveCount(0);
}

test('two villages do something together, from the list until it is closed with its result', async ({ people }) => {
  const title = `Samen een moestuin ${test.info().repeatEachIndex}`;
  const one = await signer(people, 'acquoy', `Een moestuin achter de kerk ${test.info().repeatEachIndex}`);
  const other = await signer(people, 'ophemert', `Een moestuin bij de dijk ${test.info().repeatEachIndex}`);
  const address = await begin(one, title, `Een moestuin achter de kerk ${test.info().repeatEachIndex}`);
  await expect(facts(one)).toContainText('Verkennen');

  await join(other, address);
  await expect(one.locator('ka-party-list')).toContainText('Ophemert');
  await expect(one.locator('.ka-lead')).toContainText('Acquoy en Ophemert');

  await step(one, 'Wij gaan samen verder');
  await expect(facts(one)).toContainText('Afspraken maken');
  await expect(one.locator('ka-phase-actions')).toContainText('nog nodig: wie het trekt');
  await expect(button(one, 'Begin met het werk')).toHaveCount(0);

  await button(one, 'Vul de afspraken in').click();
  await one.getByLabel('Wie trekt het?').selectOption({ label: 'Secretaris van Acquoy' });
  await one.getByLabel('Tot wanneer?').fill('2099-12-31');
  await one.getByLabel('Hoe stapt een dorp uit?').fill('Met een reden, tot de tuin is aangelegd.');
  await one.reload({ waitUntil: 'networkidle' });
  await expect(one.getByLabel('Hoe stapt een dorp uit?')).toHaveValue('Met een reden, tot de tuin is aangelegd.');
  await one.getByLabel('Wie besluit?').fill('De twee kernagendagroepen samen');
  await button(one, 'Bewaar').click();
  await expect(one.locator('ka-toast')).toContainText('De afspraken zijn bewaard.');
  await step(one, 'Begin met het werk');
  await expect(facts(other)).toContainText('Aan het werk');

  await one.getByRole('link', { name: 'Taken en afspraken' }).click();
  await button(one, 'Nieuwe taak').click();
  await one.getByLabel('Wat moet er gebeuren?').fill('Vraag het waterschap om toestemming');
  await one.getByLabel('Wie doet het?').selectOption({ label: 'Secretaris van Ophemert' });
  await button(one, 'Bewaar').click();
  await other.getByRole('link', { name: 'Taken en afspraken' }).click();
  const task = other.getByRole('listitem').filter({ hasText: 'Vraag het waterschap om toestemming' });
  await expect(task).toContainText('Secretaris van Ophemert');
  await task.getByRole('button', { name: /^Klaar/ }).click();
  await expect(one.getByRole('heading', { name: 'Klaar', exact: true })).toBeVisible();

  await button(other, 'Nieuwe afspraak').click();
  await other.getByLabel('Wat is er afgesproken?').fill('De oogst is voor beide dorpen');
  await button(other, 'Bewaar').click();
  await expect(one.getByRole('listitem').filter({ hasText: 'De oogst is voor beide dorpen' })).toBeVisible();
  await button(one, 'Nieuw document').click();
  await one.getByLabel('Titel').fill('De tekening');
  await one.getByLabel('Adres op het web').fill('http://example.org/tekening');
  await button(one, 'Bewaar').click();
  await expect(one.locator('.ka-errors')).toContainText('begint met https://');
  await expectAccessibleEverywhere(one);
  await one.getByLabel('Adres op het web').fill('https://example.org/tekening');
  await button(one, 'Bewaar').click();
  await expect(other.getByRole('link', { name: 'De tekening' })).toBeVisible();

  await one.getByRole('link', { name: 'Gesprek', exact: true }).click();
  await one.getByLabel('Uw antwoord').fill('Zaterdag meten wij de tuin op.');
  await button(one, 'Verstuur').click();
  await other.getByRole('link', { name: 'Gesprek', exact: true }).click();
  await expect(other.getByText('Zaterdag meten wij de tuin op.')).toBeVisible();

  await one.goto(address, { waitUntil: 'networkidle' });
  await step(one, 'Het werk is klaar: kijk terug');
  await button(one, 'Rond af').click();
  await one.getByLabel('Wat leverde het op?').fill('Twee tuinen, één hek en de helft van de kosten.');
  await form(one).getByRole('button', { name: 'Rond af', exact: true }).click();
  await expect(facts(one)).toContainText('Afgerond');

  const visitor = await people.visitor();
  await visitor.goto('/samenwerkingen', { waitUntil: 'networkidle' });
  await visitor.getByRole('link', { name: title }).click();
  await expect(visitor.getByRole('region', { name: 'Waar gaat het om?' })).toContainText('de helft van de kosten');
  await expect(visitor.getByRole('heading', { name: 'De oogst is voor beide dorpen' })).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'De tekening' })).toHaveCount(0);
  await expectAccessibleEverywhere(visitor);
});

test('not together is a normal end: one click, a reason, and everything that was said stays', async ({ people }) => {
  const title = `Samen een buurtbus ${test.info().repeatEachIndex}`;
  const point = `Een buurtbus naar de markt ${test.info().repeatEachIndex}`;
  const one = await signer(people, 'est', point);
  const other = await signer(people, 'hellouw', `Een buurtbus naar het station ${test.info().repeatEachIndex}`);
  const address = await begin(one, title, point);
  await join(other, address);
  await button(one, 'Niet samen verder').click();
  await button(one, 'Stop deze samenwerking').click();
  await expect(one.locator('.ka-errors')).toBeVisible();
  await expectAccessibleEverywhere(one);
  await one.getByLabel('Waarom?').fill('De ene bus rijdt naar het noorden, de andere naar het zuiden.');
  await button(one, 'Stop deze samenwerking').click();
  await expect(facts(one)).toContainText('Niet samen verder');
  await expect(other.getByText('‘De ene bus rijdt naar het noorden, de andere naar het zuiden.’')).toBeVisible();
  await expect(button(other, 'Wij gaan samen verder')).toHaveCount(0);
  await expect(other.locator('.ka-time')).toContainText('De samenwerking begon');
});

test('a village that leaves says why; what it brought stays to be read', async ({ people }) => {
  const title = `Samen een ijsbaan ${test.info().repeatEachIndex}`;
  const point = `Een ijsbaan op de uiterwaard ${test.info().repeatEachIndex}`;
  const one = await signer(people, 'varik', point);
  const other = await signer(people, 'heesselt', `Een ijsbaan op het land ${test.info().repeatEachIndex}`);
  const address = await begin(one, title, point);
  await join(other, address);
  await button(other, 'Stap uit met Heesselt').click();
  await other.getByLabel('Waarom?').fill('Ons land ligt te laag voor een ijsbaan.');
  await form(other).getByRole('button', { name: 'Stap uit', exact: true }).click();
  await expect(one.locator('.ka-who--gone')).toContainText('‘Ons land ligt te laag voor een ijsbaan.’');
  await expect(one.locator('.ka-time')).toContainText('Heesselt stapte uit');
  await expect(other.getByRole('link', { name: 'Gesprek', exact: true })).toHaveCount(0);
});

test('accessible in every theme, narrow and wide: the list of collaborations, also of a village without any', async ({
  people,
}) => {
  const page = await people.visitor({ reducedMotion: 'reduce' });
  await page.goto('/samenwerkingen', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat dorpen samen doen');
  await expectAccessibleEverywhere(page);
  await page.goto('/samenwerkingen?kern=buurmalsen', { waitUntil: 'networkidle' });
  await expect(page.getByText('Buurmalsen doet nog niet met een ander dorp samen')).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test('who does something together tells the villages with a letter, on the web and on paper', async ({ people }) => {
  const round = test.info().repeatEachIndex;
  const title = `Samen een boomgaard ${round}`;
  const one = await signer(people, 'enspijk', `Een boomgaard bij de school ${round}`);
  const other = await signer(people, 'rumpt', `Een boomgaard bij de brug ${round}`);
  const reader = await people.newcomer('Leest in Rumpt', 'rumpt', { viewport: { width: 320, height: 740 } });
  await done(reader.request.put('/api/v1/villages/rumpt/follow'));
  const address = await begin(one, title, `Een boomgaard bij de school ${round}`);
  await join(other, address);
  await expect(one.locator('ka-party-list')).toContainText('Rumpt');

  await one.getByRole('link', { name: 'Statusbrieven' }).click();
  await button(one, 'Schrijf een statusbrief').click();
  await button(one, 'Maak de brief').click();
  await expect(one.getByText('Dit is een concept')).toBeVisible();
  await expect(one.getByRole('heading', { name: 'Rumpt doet mee' })).toBeVisible();
  await button(one, 'Pas de brief aan').click();
  await one.getByLabel('Samen: Rumpt doet mee').fill('Welkom, Rumpt! Wij planten samen.');
  await expectAccessible(one);
  await button(one, 'Bewaar de brief').click();
  await expect(one.getByText('Welkom, Rumpt! Wij planten samen.')).toBeVisible();
  await button(one, 'Verstuur de brief').click();
  await button(one, 'Ja, verstuur de brief').click();
  await expect(one.getByText(/^Verstuurd op /)).toBeVisible();
  const letter = new URL(one.url()).pathname;
  expect(letter.startsWith(`${address}/statusbrieven/`)).toBe(true);

  await expect.poll(() => mailsOf(reader, 'Statusbrief van een samenwerking').then(({ length }) => length)).toBe(1);
  await reader.goto('/mijn/meldingen');
  await reader.getByRole('link', { name: `Zo staat het met “${title}”` }).click();
  await expect(reader).toHaveURL(new RegExp(`${letter}$`));
  await expectAccessibleEverywhere(reader);
  await reader.goto(`${address}/statusbrieven`);
  await expectAccessibleEverywhere(reader);

  const visitor = await people.visitor({ javaScriptEnabled: false });
  await visitor.goto(letter);
  await expect(visitor.getByText('Welkom, Rumpt! Wij planten samen.')).toBeVisible();
  await visitor.goto(`${letter}/papier`);
  await expect(visitor.getByRole('heading', { name: 'Rumpt doet mee' })).toBeVisible();
  const id = letter.split('/').at(-1) ?? '';
  const printed = await reader.request.get(`/api/v1/status-letters/${id}/letter.pdf`);
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await visitor.goto(`/kernen/rumpt/statusbrieven/${id}`);
  await expect(visitor.getByText('Welkom, Rumpt! Wij planten samen.')).toHaveCount(0);
});
