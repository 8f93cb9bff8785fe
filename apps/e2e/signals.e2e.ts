import type { Page } from '@playwright/test';
import { expect, expectAccessibleEverywhere, tabTo, test } from './journey';
import { wish } from './points';

const rowOf = (page: Page, label: string) => page.locator('.ka-q').getByRole('link', { name: label });
const pane = (page: Page) => page.getByRole('region', { name: 'Het gekozen signaal' });

/** Nothing of these stands in an agenda of the demo, so that each run has a flag of its own. */
const subjects = [
  ['Een natuurijsbaan op het weiland', 'Natuurijsbaan voor de winter'],
  ['Een hondenlosloopgebied buiten het dorp', 'Hondenlosloopgebied met een hek'],
  ['Een skatebaan voor de jeugd', 'Skatebaan naast het sportveld'],
] as const;

test('the real points show walking routes, speeding and street lights, each with a sentence why', async ({
  people,
}) => {
  const page = await people.as('Wethouder');
  await page.goto('/signalen');
  for (const [label, sentence] of [
    ['Klompenpad', /Alle gaan over .*klompenpad/],
    ['Te hard rijden', /Alle gaan over te hard rijden/],
    ['Straatverlichting', /Alle gaan over straatverlichting/],
  ] as const) {
    await expect(rowOf(page, label)).toContainText(sentence);
    await rowOf(page, label).click();
    await expect(pane(page).getByRole('heading', { level: 2 })).toHaveText(label);
    await expect(pane(page).locator('mark').nth(0)).toBeVisible();
    await expect(pane(page)).not.toContainText('%');
  }
  await expect(pane(page).getByRole('button')).toHaveCount(0);

  await page.getByLabel('Onderwerp').selectOption({ label: 'Verkeer' });
  await expect(rowOf(page, 'Klompenpad')).toHaveCount(0);
  await expect(rowOf(page, 'Te hard rijden')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Onderwerp')).toHaveValue('traffic');
  await expect(rowOf(page, 'Klompenpad')).toHaveCount(0);
});

test('list and map light up together', async ({ people }) => {
  const page = await people.as('Wethouder');
  await page.goto('/signalen');
  await rowOf(page, 'Kansenkaart').click();
  const point = pane(page).getByRole('listitem').filter({ hasText: 'Kansenkaart Deil' });
  await point.getByRole('link').focus();
  await expect(page.locator('.ka-map--wide .ka-map__ring:not(.ka-map__ring--under)')).toHaveAttribute(
    'href',
    '#shape-deil',
  );
  await page.locator('.ka-map--wide').getByRole('link', { name: 'Haaften' }).focus();
  await expect(pane(page).getByRole('listitem').filter({ hasText: 'Kansenkaart Haaften' })).toHaveClass(/is-on/);
});

test('a broker judges a flag by keyboard, takes it back, and a colleague sees it at once', async ({ people }) => {
  const [here, there] = subjects[test.info().repeatEachIndex % subjects.length] ?? subjects[0];
  const first = await people.inRole('broker', 'gellicum');
  const second = await people.inRole('broker', 'spijk');
  await wish(await people.newcomer('Nieuw in Gellicum', 'gellicum'), first, { title: here });
  await wish(await people.newcomer('Nieuw in Spijk', 'spijk'), second, { title: there });
  const word = /natuurijsbaan|hondenlosloopgebied|skatebaan/i.exec(here)?.[0] ?? '';
  const label = new RegExp(word, 'i');
  await first.goto('/signalen');
  await second.goto('/signalen');
  const [mine, theirs] = [rowOf(first, word), rowOf(second, word)];
  await expect(mine).toContainText('Gellicum');
  await expect(mine).toContainText('Spijk');
  await expect(theirs).toContainText(/Beide gaan over/);

  await tabTo(first, mine);
  await first.keyboard.press('Enter');
  await expect(pane(first).getByRole('heading', { level: 2 })).toHaveText(label);
  await mine.focus();
  await first.keyboard.press('1');
  await expect(pane(first)).toContainText('Een gebiedsmakelaar zei: dit klopt.');
  await expect(theirs).toContainText('Klopt');
  await expect(first.getByText(/Tot nu toe klopten|Het ene signaal tot nu toe/)).toBeVisible();

  await mine.focus();
  await first.keyboard.press('2');
  await expect(first.getByRole('heading', { name: 'Wanneer wilt u dit weer zien?' })).toBeFocused();
  await tabTo(first, first.getByRole('button', { name: 'Over een maand' }));
  await first.keyboard.press('Enter');
  await tabTo(first, first.getByRole('button', { name: 'Zet weg tot die dag' }));
  await first.keyboard.press('Enter');
  await expect(mine).toHaveCount(0);
  await expect(theirs).toHaveCount(0);
  await first.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(mine).toBeVisible();
  await expect(theirs).toBeVisible();

  await mine.focus();
  await first.keyboard.press('3');
  await expect(first.getByRole('heading', { name: 'Waarom klopt dit niet?' })).toBeFocused();
  await tabTo(first, first.getByRole('button', { name: 'Dit klopt niet' }));
  await first.keyboard.press('Enter');
  await first.getByRole('link', { name: 'Kies een reden.' }).click();
  await expect(first.getByLabel('Wat is de reden?')).toBeFocused();
  await first.getByLabel('Wat is de reden?').selectOption({ label: 'Het gaat over iets anders' });
  await first.getByLabel('Toelichting').fill('De een wil hem in de winter, de ander in de zomer.');
  await first.reload();
  await expect(first.getByLabel('Toelichting')).toHaveValue('De een wil hem in de winter, de ander in de zomer.');
  await second.getByRole('link', { name: word }).click();
  await first.getByRole('button', { name: 'Dit klopt niet' }).click();
  await expect(mine).toHaveCount(0);
  await expect(theirs).toHaveCount(0);
  await expect(pane(second)).toContainText('Klopt niet: het gaat over iets anders.');
  await expect(pane(second)).toContainText('De een wil hem in de winter, de ander in de zomer.');

  await first.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(mine).toBeVisible();
  await expect(theirs).toBeVisible();
});

test('a broker puts right how much was read in a text', async ({ people }) => {
  const page = await people.inRole('broker', 'rumpt');
  await wish(await people.newcomer('Nieuw in Rumpt', 'rumpt'), page, { title: 'AED aan de muur van het café' });
  await page.goto('/signalen');
  await rowOf(page, 'AED').click();
  const point = pane(page).getByRole('listitem').filter({ hasText: 'AED aan de muur van het café' }).nth(0);
  await point.getByRole('button', { name: /Vul een aantal in|Verander/ }).click();
  await page.getByLabel('Aantal', { exact: true }).fill('2');
  await page.getByLabel('Waarvan?').fill('AED');
  await page.getByLabel('Bedrag in euro').fill('3.100');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(point).toContainText('2 × AED, € 3.100 door een gebiedsmakelaar ingevuld');
  await point.getByRole('button', { name: 'Verander' }).click();
  await page.getByRole('button', { name: 'Lees het weer uit de tekst' }).click();
  await expect(point).not.toContainText('€ 3.100');
});

test('accessible in every theme, narrow and wide: the board, its forms with errors, and its empty list', async ({
  people,
}) => {
  const page = await people.as('Gebiedsmakelaar Voorbeeldgebied 1', { reducedMotion: 'reduce' });
  await page.goto('/signalen', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'alle toetsen' }).click();
  await expectAccessibleEverywhere(page);
  await page.locator('.ka-q').getByRole('link').nth(0).click();
  await page.getByRole('button', { name: 'Klopt niet', exact: true }).click();
  await page.getByRole('button', { name: 'Dit klopt niet' }).click();
  await expect(page.locator('.ka-errors')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.getByRole('button', { name: 'Later', exact: true }).click();
  await page.getByRole('button', { name: 'Zet weg tot die dag' }).click();
  await expect(page.locator('.ka-errors')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page
    .getByRole('button', { name: /Vul een aantal in|Verander/ })
    .nth(0)
    .click();
  await page.getByLabel('Aantal', { exact: true }).fill('veel');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(page.locator('#amount-least-error')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.goto('/signalen?stand=declined&thema=care&voordeel=learning');
  await expect(page.getByText('Hier is geen signaal bij')).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test('the board is for who works on it or oversees it', async ({ people }) => {
  const page = await people.as('Bewoner Tricht', { reducedMotion: 'reduce' });
  await page.goto('/signalen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit is het overzicht van gebiedsmakelaars');
  await expect(page.getByRole('link', { name: 'Signalen' })).toHaveCount(0);
  await expectAccessibleEverywhere(page);
});
