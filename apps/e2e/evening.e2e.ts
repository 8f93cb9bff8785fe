import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';

interface Evening {
  readonly notes: readonly { readonly text: string; readonly proposalId: string | null }[];
}

const wishes = Array.from({ length: 40 }, (_, index) => `Wens nummer ${index + 1} van de zaal`);

/** Begins an evening on its own page and waits until it opens without a line. */
async function begin(page: Page, look: (page: Page) => Promise<void> = async () => undefined): Promise<string> {
  await page.goto('/avond');
  await page.getByRole('button', { name: 'Begin een avond' }).click();
  await look(page);
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

const eveningOf = (page: Page, id: string): Promise<Evening> =>
  done<Evening>(page.request.get(`/api/v1/evenings/${id}`));

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
  const hall = await page.context().newPage();
  await hall.goto(`/avond/${id}/scherm`);
  await expect(hall.locator('[data-count]')).toHaveText('30 wensen');
  await hall.close();

  await page.context().setOffline(false);
  await say(page, wishes.slice(30));
  await expect(page.getByText('Alles is verstuurd.')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-count]')).toHaveText('40 wensen');
  const { notes } = await eveningOf(page, id);
  expect(notes.map(({ text }) => text).sort()).toEqual([...wishes].sort());
});

test('an evening is weighed with the keyboard, shown to the hall, written by two computers, and sent in', async ({
  people,
}) => {
  const page = await people.inRole('secretary', 'acquoy');
  const id = await begin(page, expectAccessibleEverywhere);
  await say(page, ['Een bank bij de haven #haven', 'Een steiger voor bootjes #haven #recreatie', 'Lampen op het pad']);

  const line = page.getByLabel('Wat wenst iemand?');
  await line.fill('Nog een bankje aan de haven');
  await page.getByRole('button', { name: /Dat is hetzelfde als Een bank/ }).press('Enter');
  await expect(page.getByText('Ook door iemand anders gezegd:')).toBeVisible();
  await expect(line).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^Lampen op het pad/ })).toBeFocused();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await page.keyboard.press('-');
  await expect(page.getByRole('button', { name: 'Lampen op het pad (1 stip) Bewerk' })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: /^Lampen op het pad/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await page.getByRole('button', { name: /^Lampen op het pad/ }).click();
  await page.getByLabel('Groep').fill('Veilig');
  await page.getByLabel('E-mailadres van wie het zei').fill('geen adres');
  await page.getByRole('button', { name: 'Klaar', exact: true }).click();
  await expect(page.getByLabel('E-mailadres van wie het zei')).toBeFocused();
  await expectAccessibleEverywhere(page);
  await page.getByLabel('E-mailadres van wie het zei').fill('');
  await page.getByRole('button', { name: 'Klaar', exact: true }).click();
  await expect(page.getByText('Alles is verstuurd.')).toBeVisible();

  const other = await people.inRole('group_member', 'acquoy', { viewport: { width: 360, height: 740 } });
  await other.goto(`/avond/${id}`);
  await expect(other.locator('[data-count]')).toHaveText('4 wensen');
  await say(other, ['Een drempel in de dorpsstraat']);
  await expect(page.getByRole('button', { name: /^Een drempel/ })).toBeVisible();
  await expectNoSideways(other);

  const hall = await people.inRole('broker', 'acquoy');
  await hall.goto(`/avond/${id}/scherm`);
  await expect(hall.getByRole('heading', { name: 'Haven' })).toBeVisible();
  await expect(hall.getByText('2 keer gezegd')).toBeVisible();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Een stip erbij bij Een steiger voor bootjes' }).click();
  await expect(hall.getByText('1 stip', { exact: true }).last()).toBeAttached();
  await expectAccessibleEverywhere(hall);

  await page.getByRole('button', { name: 'Kijk na en stuur in' }).click();
  await page.getByLabel('Een drempel in de dorpsstraat').uncheck();
  await page.getByRole('button', { name: 'Stuur 3 wensen in' }).click();
  await expect(page.getByText('Vertel het de zaal, en kruis dit dan aan.')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.getByLabel('In de zaal is gezegd dat iedereen de wensen kan lezen').check();
  await page.getByRole('button', { name: 'Stuur 3 wensen in' }).click();
  await expect(page.getByText('3 wensen ingestuurd. Dank u wel.')).toBeVisible({ timeout: 25_000 });
  await expectAccessible(page);
  const { notes } = await eveningOf(page, id);
  expect(new Set(notes.map(({ proposalId }) => proposalId).filter(Boolean)).size).toBe(3);
  await page.getByRole('link', { name: 'Een steiger voor bootjes' }).click();
  await expect(page.getByRole('heading', { name: 'Een steiger voor bootjes' })).toBeVisible();
  await page.goto('/');
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});
