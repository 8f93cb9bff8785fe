import type { Page } from '@playwright/test';
import type { EveningView } from '@kernagenda/intake/domain/evenings';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';

const wishes = Array.from({ length: 40 }, (_, index) => `Wens nummer ${index + 1} van de zaal`);

/** Begins an evening on its own page and waits until it opens without a line. */
async function begin(page: Page): Promise<string> {
  await page.goto('/avond');
  await page.getByRole('button', { name: 'Begin een avond' }).click();
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await expect(page.getByLabel('Wat wenst iemand?')).toBeFocused();
  await expect(page.getByText('Klaar voor zonder internet.')).toBeVisible();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function say(page: Page, said: readonly string[]): Promise<void> {
  for (const wish of said) {
    await page.getByLabel('Wat wenst iemand?').fill(wish);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(said.at(-1) ?? '').last()).toBeVisible();
}

const eveningOf = (page: Page, id: string): Promise<EveningView> =>
  done<EveningView>(page.request.get(`/api/v1/evenings/${id}`));

test('forty wishes, with the line cut after the tenth and back after the thirtieth and a reload in between, stand once each', async ({
  people,
}) => {
  const page = await people.inRole('secretary', 'tricht');
  const id = await begin(page);
  await say(page, wishes.slice(0, 10));
  await expect(page.getByText('Alles is verstuurd.')).toBeVisible();

  await page.context().setOffline(true);
  await say(page, wishes.slice(10, 20));
  await expect(page.getByText('Opgeslagen op deze computer, nog niet verstuurd: 10')).toBeVisible();
  await page.getByLabel('Wat wenst iemand?').fill('Half getypt en dan');
  await page.reload();
  await expect(page.locator('[data-count]')).toHaveText('20 wensen');
  await expect(page.getByLabel('Wat wenst iemand?')).toHaveValue('Half getypt en dan');
  await say(page, wishes.slice(20, 30));
  await expect(page.getByText('Opgeslagen op deze computer, nog niet verstuurd: 20')).toBeVisible();

  await page.context().setOffline(false);
  await say(page, wishes.slice(30));
  await expect(page.getByText('Alles is verstuurd.')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-count]')).toHaveText('40 wensen');
  const { notes } = await eveningOf(page, id);
  expect(notes.map(({ text }) => text).sort()).toEqual([...wishes].sort());
});

void expectAccessible;
void expectAccessibleEverywhere;
void expectNoSideways;
