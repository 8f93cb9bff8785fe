import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSideways, test } from './journey';

/** Opens the people with a reason, and one of them. */
async function findPerson(page: Page, name: string): Promise<void> {
  await page.goto('/beheer/mensen');
  await page.getByLabel('Waarom bekijkt u deze gegevens?').fill('Rol van een collega regelen');
  await page.getByRole('button', { name: 'Bekijk de mensen' }).click();
  await page.getByLabel('Zoek op naam of e-mailadres').fill(name);
  await page.getByRole('button', { name: 'Zoek' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('an administrator makes a broker for a village, who moderates until the role ends under an open page', async ({
  people,
}) => {
  const admin = await people.as('Beheerder');
  const newcomer = await people.as('Bewoner Haaften');
  const resident = await people.as('Bewoner Spijk');

  await admin.goto('/');
  await admin.getByRole('link', { name: 'Beheer', exact: true }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Beheer');
  await findPerson(admin, 'Bewoner Haaften');
  await admin.getByLabel('Welke rol?').selectOption({ label: 'Gebiedsmakelaar' });
  await admin.getByRole('button', { name: 'Geef deze rol' }).click();
  await expect(admin.getByRole('link', { name: 'Kies waarvoor deze rol geldt.' })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByLabel('Waarvoor?').selectOption({ label: 'Dorp' });
  await admin.getByLabel('Spijk', { exact: true }).check();
  await admin.getByRole('button', { name: 'Geef deze rol' }).click();
  await expect(admin.getByText('Gebiedsmakelaar, Spijk')).toBeVisible();

  const title = 'Een bankje bij het haventje';
  await resident.goto('/kernen/spijk');
  await resident.getByLabel('Wat wenst u voor Spijk?').fill(title);
  await resident.getByRole('button', { name: 'Verder' }).click();
  await resident.getByRole('button', { name: 'Verder naar controleren' }).click();
  await resident.getByRole('button', { name: 'Stuur in' }).click();
  await resident.getByRole('link', { name: 'Bekijk uw voorstel' }).click();

  await newcomer.goto('/werkplek');
  await newcomer.getByRole('link', { name: title }).click();
  await newcomer.getByRole('button', { name: 'Plaats' }).click();
  await expect(resident.getByText('Ingestuurd, wordt gelezen')).toHaveCount(0);

  await newcomer.goto(new URL(resident.url()).pathname);
  await expect(newcomer.getByRole('button', { name: 'Begin met verkennen' })).toBeVisible();
  await expect(newcomer.getByRole('link', { name: 'Werkplek' })).toBeVisible();
  await admin.getByRole('button', { name: 'Beëindig: Gebiedsmakelaar, Spijk' }).click();
  await expect(admin.getByText('Deze persoon heeft nu geen rol.')).toBeVisible();
  await expect(newcomer.getByRole('button', { name: 'Begin met verkennen' })).toHaveCount(0);
  // The page comes back by itself after a while, and asks then who this is now.
  await expect(newcomer.getByRole('link', { name: 'Werkplek' })).toHaveCount(0, { timeout: 15_000 });
});

test('attack 05: the pages of the administration are not there for anybody else', async ({ people }) => {
  const visitor = await people.visitor();
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 5');
  for (const page of [visitor, broker]) {
    for (const path of [
      '/beheer',
      '/beheer/mensen',
      '/beheer/mensen/nieuw',
      '/beheer/gebieden',
      '/beheer/teams',
      '/beheer/groepen',
      '/beheer/mandaten',
      '/beheer/drempels',
      '/beheer/begrippen',
      '/beheer/import',
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet');
      await expect(page.getByRole('link', { name: 'Beheer', exact: true })).toHaveCount(0);
    }
  }
});

test('areas and teams are kept by an administrator, by keyboard and on a small phone', async ({ people }) => {
  const page = await people.as('Beheerder', { viewport: { width: 320, height: 640 } });
  await page.goto('/beheer/teams');
  await expect(page.getByRole('heading', { name: 'Openbare ruimte' })).toBeVisible();
  await page.getByLabel('Naam van het team').fill('x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /Vul een naam in/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Naam van het team').fill('Wonen');
  await page.reload();
  await expect(page.getByLabel('Naam van het team')).toHaveValue('Wonen');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(page.getByRole('heading', { name: 'Wonen', exact: true })).toBeVisible();

  await page.goto('/beheer/gebieden');
  await page.getByLabel('Werkgebied van Vuren').selectOption({ label: 'Voorbeeldgebied 4' });
  await expect(page.getByText('Vuren hoort nu bij Voorbeeldgebied 4.')).toBeVisible();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(page.getByText('Vuren hoort nu bij Voorbeeldgebied 2.')).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);
});

test('a team plans a point, begins, and tells what was done; a reader sees each step at once', async ({ people }) => {
  const official = await people.as('Medewerker openbare ruimte');
  const reader = await people.visitor();
  const { items } = (await (
    await reader.request.get('/api/v1/proposals?village=opijnen&agendaState=on_agenda')
  ).json()) as {
    items: { id: string }[];
  };
  const path = `/voorstellen/${items[0]?.id}`;
  await reader.goto(path);
  await expect(reader.locator('.ka-facts')).toContainText('de gebiedsmakelaar');

  await official.goto(path);
  await official.getByRole('button', { name: 'Plan in' }).click();
  await official.getByRole('form').getByRole('button', { name: 'Plan in' }).click();
  await expect(official.getByRole('link', { name: 'Kies wie aan zet is.' })).toBeVisible();
  await expectAccessible(official);
  await official.getByLabel('Wie is aan zet?').selectOption({ label: 'Team Openbare ruimte' });
  await official.getByLabel('Wie voert het nog meer uit?').fill('Dorpsraad Opijnen');
  await official.getByLabel('Wanneer is het klaar?').fill('2099-10-01');
  await official.getByRole('form').getByRole('button', { name: 'Plan in' }).click();
  await expect(reader.locator('.ka-facts')).toContainText('team Openbare ruimte');
  await expect(reader.locator('.ka-facts')).toContainText('Klaar op 1 oktober 2099');
  await expect(reader.locator('.ka-facts')).toContainText('Uitvoering: Dorpsraad Opijnen');

  await official.getByRole('button', { name: 'Begin met de uitvoering' }).click();
  await official.getByRole('button', { name: 'Meld dat dit gedaan is' }).click();
  await official.getByLabel('Wat is er gedaan?').fill('De bank staat er, met een prullenbak ernaast.');
  await official.getByRole('form').getByRole('button', { name: 'Meld dat dit gedaan is' }).click();
  await expect(reader.getByText('De bank staat er, met een prullenbak ernaast.')).toBeVisible();
  await expect(reader.locator('.ka-facts')).toContainText('Niemand meer');
  await expect(reader.locator('.ka-time')).toContainText('Uitvoering begonnen');
  await expectAccessible(reader);
});
