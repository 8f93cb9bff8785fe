import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, tabTo, test } from './journey';
import { wish } from './points';

interface Listed {
  readonly items: readonly { readonly proposalId: string }[];
}

/** A word nobody knows, another one in every run: ten consonants are no part of any compound. */
const strangeWord = (): string => [...randomBytes(10)].map((byte) => 'bdfgklmnprstvwz'.charAt(byte % 15)).join('');

/** Whether no concept was recognised in this point. */
async function isUnrecognised(admin: Page, id: string): Promise<boolean> {
  const { items } = await done<Listed>(admin.request.get(`/api/v1/lexicon/unrecognised?point=${id}`));
  return items.length > 0;
}

test('an administrator gives a point without a concept a concept, and sees it recognised', async ({ people }) => {
  const author = await people.newcomer('Bewoner Rumpt', 'rumpt');
  const broker = await people.inRole('broker', 'rumpt');
  const admin = await people.as('Beheerder');
  const word = strangeWord();
  const title = `Een ${word} erbij`;
  const id = await wish(author, broker, { title, body: `${word}!` });
  await expect.poll(() => isUnrecognised(admin, id)).toBe(true);

  await admin.goto('/beheer');
  await admin
    .getByRole('navigation', { name: 'Onderdelen van beheer' })
    .getByRole('link', { name: 'Begrippen' })
    .click();
  await expect(admin.getByRole('heading', { level: 1, name: 'Begrippen' })).toBeVisible();
  const point = admin.getByRole('link', { name: title, exact: true });
  await expect(point).toBeVisible();
  await admin.getByRole('link', { name: `Maak een begrip hiervan van ‘${title}’` }).click();
  await expect(admin.getByText(`Uit het punt ‘${title}’ van Rumpt`)).toBeVisible();
  const name = admin.getByLabel('Naam', { exact: true });
  await expect(name).toHaveValue(title.toLowerCase());
  await expect(admin.getByLabel('Woorden', { exact: true })).toHaveValue(new RegExp(word));

  await name.fill('');
  await admin.getByRole('button', { name: 'Voeg dit begrip toe' }).click();
  await expect(admin.getByRole('link', { name: /^Vul een naam in/ })).toBeVisible();
  await expectAccessible(admin);
  await name.fill(word);
  await admin.getByLabel('Onderwerp').selectOption({ label: 'Spelen en sport' });
  await admin.getByLabel('Wat voor soort wens?').selectOption({ label: 'Iets bouwen of aanleggen' });
  await expect(admin.getByText('1 punt leest anders.')).toBeVisible();
  await expect(admin.getByText(`Straks: ${word}`)).toBeVisible();

  const near = admin.getByRole('searchbox', { name: 'Zoek een begrip voor ‘Dient dezelfde wens’' });
  await tabTo(admin, near);
  await admin.keyboard.type('pumptrack');
  await admin.keyboard.press('Enter');
  const found = admin.getByRole('button', { name: /^Voeg toe pumptrack/ });
  await tabTo(admin, found);
  await expectAccessible(admin);
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('button', { name: /^Haal weg pumptrack/ })).toBeVisible();
  await expect(near).toBeFocused();
  await admin.reload();
  await expect(name).toHaveValue(word);
  await expect(admin.getByText('1 punt leest anders.')).toBeVisible();
  await expectAccessibleEverywhere(admin);

  await name.press('Enter');
  await expect(admin.getByText(`‘${word}’ is toegevoegd.`)).toBeVisible();
  await expect.poll(() => isUnrecognised(admin, id)).toBe(false);
  await expect(point).toHaveCount(0);

  await admin.getByLabel('Zoek op naam of woord').fill(word);
  await admin.getByRole('button', { name: 'Zoek', exact: true }).click();
  await expect(admin).toHaveURL(`/beheer/begrippen?zoek=${word}`);
  await expect(admin.getByRole('listitem').filter({ hasText: word })).toContainText('Van onze gemeente');
  await admin.getByRole('link', { name: word, exact: true }).click();
  await expect(admin.getByText('Verander iets. Dan ziet u hier')).toBeVisible();
  await admin.getByRole('button', { name: 'Verwijder dit begrip' }).click();
  await expect(admin.getByText(`‘${word}’ is verwijderd.`)).toBeVisible();
  await expect.poll(() => isUnrecognised(admin, id)).toBe(true);
});

test('attack 01: markup in a concept is told at its field, and nothing of it runs', async ({ people }) => {
  const admin = await people.as('Beheerder', { viewport: { width: 320, height: 640 } });
  await admin.goto('/beheer/begrippen/nieuw');
  await admin.getByLabel('Naam', { exact: true }).fill('<img src=x onerror=alert(1)>');
  await admin.getByLabel('Woorden', { exact: true }).fill('<script>alert(1)</script>');
  await admin.getByLabel('Onderwerp').selectOption({ label: 'Groen' });
  await admin.getByLabel('Wat voor soort wens?').selectOption({ label: 'Samen iets doen' });
  await admin.getByRole('button', { name: 'Voeg dit begrip toe' }).click();
  await expect(admin.getByRole('link', { name: /^Vul een naam in .* zonder < of >/ })).toBeVisible();
  await expect(admin.getByRole('link', { name: /^Schrijf 1 tot .* zonder < of >/ })).toBeVisible();
  await expectAccessible(admin);
  await expectNoSideways(admin);
});
