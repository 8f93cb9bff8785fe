import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessibleEverywhere, test, themes } from './journey';
import { openPoint, submit, wish } from './points';

const broker = 'Gebiedsmakelaar Voorbeeldgebied 1';
const options = { reducedMotion: 'reduce' } as const;

async function pointPath(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/proposals?village=tricht&agendaState=on_agenda');
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/voorstellen/${items[0]?.id}`;
}

/** The page is awake: what is pressed now is done now. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

for (const path of [
  '/',
  '/kernen/tricht',
  '/kernen/rumpt',
  '/kernen/tricht/budget',
  'point',
  '/voorstel/nieuw?kern=tricht',
  '/inloggen',
  '/zoeken?q=bank',
  '/uitleg',
  '/toegankelijkheid',
  '/meldingen/stop',
  '/demo/post',
  '/bestaat-niet',
]) {
  test(`accessible in every theme, narrow and wide: ${path}`, async ({ people }) => {
    const page = await people.visitor(options);
    await open(page, path === 'point' ? await pointPath(page) : path);
    await expectAccessibleEverywhere(page);
  });
}

for (const [name, path] of [
  ['Bewoner Tricht', '/'],
  ['Bewoner Tricht', '/mijn'],
  ['Bewoner Tricht', '/mijn/meldingen'],
  ['Bewoner Tricht', '/mijn/volgen'],
  ['Bewoner Tricht', '/berichten'],
  ['Bewoner Tricht', 'point'],
  ['Bewoner Tricht', '/werkplek'],
  [broker, '/werkplek'],
  [broker, '/aanvragen'],
  ['Beheerder', '/beheer'],
  ['Beheerder', '/beheer/mensen'],
  ['Beheerder', '/beheer/mensen/nieuw'],
  ['Beheerder', '/beheer/gebieden'],
  ['Beheerder', '/beheer/teams'],
  ['Beheerder', '/beheer/groepen'],
  ['Beheerder', '/beheer/mandaten'],
  ['Beheerder', '/beheer/drempels'],
  ['Beheerder', '/beheer/gemeente'],
  ['Beheerder', '/beheer/teksten'],
  ['Beheerder', '/beheer/begrippen'],
  ['Beheerder', '/beheer/begrippen/bench'],
] as const) {
  test(`accessible in every theme, narrow and wide, to ${name}: ${path}`, async ({ people }) => {
    const page = await people.as(name, options);
    await open(page, path === 'point' ? await pointPath(page) : path);
    await expectAccessibleEverywhere(page);
  });
}

test('the theme that was chosen stays on every page', async ({ people }) => {
  const page = await people.visitor();
  await open(page, '/');
  for (const theme of themes) {
    await button(page, { light: 'Licht', dark: 'Donker', contrast: 'Sterk contrast' }[theme]).click();
    await page.goto('/uitleg');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test('accessible: the open menu on a phone', async ({ people }) => {
  const page = await people.as('Bewoner Tricht', { ...options, viewport: { width: 320, height: 740 } });
  await open(page, '/uitleg');
  await button(page, 'Menu').click();
  await expect(button(page, 'Uitloggen')).toBeVisible();
  await expectAccessibleEverywhere(page);
});

for (const [what, path, press] of [
  ['a village that nobody knows', '/', 'Zoek'],
  ['signing in without an address', '/inloggen', 'Stuur mij een code'],
  ['a proposal without a wish', '/voorstel/nieuw', 'Verder naar controleren'],
] as const) {
  test(`accessible with its errors shown: ${what}`, async ({ people }) => {
    const page = await people.visitor(options);
    await open(page, path);
    if (path === '/') await page.getByLabel('Zoek uw dorp').fill('Atlantis');
    await button(page, press).click();
    await expect(page.locator('.ka-field--error').first()).toBeVisible();
    await expectAccessibleEverywhere(page);
  });
}

test('accessible with its errors shown: a code that is wrong', async ({ people }) => {
  const page = await people.visitor(options);
  await open(page, '/inloggen');
  await page.getByLabel('Uw e-mailadres').fill('iemand.anders@example.org');
  await button(page, 'Stuur mij een code').click();
  await page.getByLabel('De code uit uw mail').fill('12');
  await button(page, 'Log in').click();
  await expect(page.locator('.ka-field--error')).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test('accessible with its errors shown: a name that is too short', async ({ people }) => {
  const page = await people.newcomer('Nieuw in Deil', 'deil', options);
  await open(page, '/mijn');
  await page.getByLabel('Uw naam').fill('x');
  await button(page, 'Bewaar').click();
  await expect(page.locator('.ka-field--error')).toBeVisible();
  await expectAccessibleEverywhere(page);
});

for (const [name, send, village] of [
  ['Dit kan niet doorgaan', 'Sla op dat dit niet kan', 'vuren'],
  ['Voeg samen', 'Voeg de punten samen', 'waardenburg'],
  ['Verberg', 'Verberg met uitleg', 'meteren'],
] as const) {
  test(`accessible on the page of a point, with its errors shown: ${name}`, async ({ people }) => {
    const author = await people.newcomer('Nieuw in het dorp', village);
    const page = await people.inRole('broker', village, options);
    const id = await wish(author, page, { title: 'Een klok op het dorpshuis' });
    await open(page, `/voorstellen/${id}`);
    await button(page, name).click();
    await button(page.locator('.ka-act-form'), send).click();
    await expect(page.locator('.ka-errors')).toBeVisible();
    await expectAccessibleEverywhere(page);
  });
}

test('accessible: withdrawing a point asks first', async ({ people }) => {
  const author = await people.newcomer('Nieuw in Ophemert', 'ophemert', options);
  const id = await wish(author, await people.inRole('broker', 'ophemert'), { title: 'Een klok op het dorpshuis' });
  await open(author, `/voorstellen/${id}`);
  await button(author, 'Trek in').click();
  await expect(button(author, 'Trek dit punt in')).toBeVisible();
  await expectAccessibleEverywhere(author);
});

test('accessible: a text that is not public, to its author', async ({ people }) => {
  const author = await people.newcomer('Nieuw in Heukelum', 'heukelum', options);
  const id = await submit(author, { title: 'Een uithangbord bij de smid' });
  await openPoint(author, id);
  await button(author, 'Haal terug').click();
  await expect(author.getByText('Concept', { exact: true })).toBeVisible();
  await button(author, 'Verwijder dit concept').click();
  await expect(button(author, 'Verwijder voorgoed')).toBeVisible();
  await expectAccessibleEverywhere(author);
});

test('accessible: reading, refusing with errors, and the way back of a decision', async ({ people }) => {
  const title = 'Een windvaan op de toren';
  await submit(await people.newcomer('Nieuw in Acquoy', 'acquoy'), { title });
  const page = await people.inRole('broker', 'acquoy', options);
  // The seconds in which a decision can be taken back stand still here.
  await page.clock.setFixedTime(new Date());
  await open(page, '/werkplek');
  await button(page, 'alle toetsen').click();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Weiger met uitleg' }).click();
  await page.locator('form').getByRole('button', { name: 'Weiger met uitleg' }).click();
  await expect(page.locator('.ka-errors')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.getByRole('button', { name: 'Plaats' }).click();
  await expect(button(page, 'Maak ongedaan')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await expect(button(page, 'Maak ongedaan')).toBeVisible();
});

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

test('a page whose script is gone after an update of the server opens all the same', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.route(/how-page.*\.js$/, (route) => route.fulfill({ status: 404 }), { times: 1 });
  await page.getByRole('link', { name: 'Uitleg' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe werkt een kernagenda?');
  await page.close();
});
