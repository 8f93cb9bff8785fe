import type { Locator, Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, tabTo, test } from './journey';
import { wish } from './points';

const titles = ['Een klokkenspel in de toren', 'Een luifel boven de ingang', 'Een kegelbaan onder de bomen'] as const;

const row = (page: Page, title: string): Locator => page.getByRole('checkbox', { name: title });
const standing = (page: Page, title: string): Locator => page.locator('.ka-bulk__row', { hasText: title });

/** The subjects of the mails about a point that this person got. */
async function mailAbout(page: Page, title: string): Promise<readonly string[]> {
  const { person } = await done<{ person: { email: string } }>(page.request.get('/api/v1/me'));
  const { items } = await done<{ items: { subject: string }[] }>(
    page.request.get(`/api/v1/demo/mail?to=${encodeURIComponent(person.email)}`),
  );
  return items.map(({ subject }) => subject).filter((subject) => subject.includes(title));
}

test('a secretary moves many points by keyboard, and takes it back before anybody hears of it', async ({ people }) => {
  test.setTimeout(150_000);
  const author = await people.newcomer('Bewoner van Opijnen', 'opijnen');
  const broker = await people.inRole('broker', 'opijnen');
  const page = await people.inRole('secretary', 'opijnen', { reducedMotion: 'reduce' });
  const ids = [];
  for (const title of titles) ids.push(await wish(author, broker, { title }));

  await page.goto('/kernen/opijnen/agenda?beeld=lijst', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: 'Werk aan meer punten tegelijk' })).toBeVisible();
  await tabTo(page, row(page, titles[2]));
  await page.keyboard.press('Space');
  await expect(row(page, titles[2])).toBeChecked();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(row(page, titles[0])).toBeFocused();
  await page.keyboard.press('Shift+Space');
  await expect(page.getByText('3 punten gekozen')).toBeVisible();
  await expectAccessibleEverywhere(page);

  await row(page, titles[0]).focus();
  await page.keyboard.press('1');
  await expect(page.getByText('3 punten worden verkend.').last()).toBeVisible();
  for (const title of titles) await expect(standing(page, title)).toContainText('Wordt verkend');
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Maak ongedaan' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 punten teruggezet.')).toBeVisible();
  for (const title of titles) await expect(standing(page, title)).toContainText('Wens');
  await expect(row(page, titles[2])).toBeFocused();

  // One of them is further: it stays, and is told why.
  const { version } = await done<{ version: number }>(broker.request.get(`/api/v1/proposals/${ids[1]}`));
  const headers = { 'If-Match': `"${version}"` };
  await done(broker.request.post(`/api/v1/proposals/${ids[1]}/explore`, { headers }));
  await expect(standing(page, titles[1])).toContainText('Wordt verkend');
  await page.keyboard.press('1');
  await expect(page.getByText('2 punten worden verkend.').last()).toBeVisible();
  const stayed = page.getByRole('alert').filter({ hasText: 'Eén punt bleef staan' });
  await expect(stayed).toContainText(`${titles[1]}. Dit kan niet vanuit de stand die dit punt heeft.`);
  await expectAccessible(page);

  // Half a minute later its author hears once of the step that stayed.
  await expect
    .poll(() => mailAbout(author, titles[0]), { timeout: 60_000 })
    .toEqual([expect.stringContaining('zoekt uit wat er kan'), expect.stringContaining('staat op de site')]);
});

test('who only reads has a list without boxes', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/kernen/opijnen/agenda?beeld=lijst', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kernagenda Opijnen');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});
