import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';

const title = 'Een leesplank bij de bushalte';

/** The newest mail to somebody, from the post of the demo. */
async function newestMail(page: Page, email: string): Promise<string> {
  const path = `/api/v1/demo/mail?to=${encodeURIComponent(email)}`;
  const { items } = await done<{ items: readonly { text: string }[] }>(page.request.get(path));
  return items[0]?.text ?? '';
}

test('a wish from a letter is written down, read by the broker, and taken over by who wrote the letter', async ({
  people,
}) => {
  const writer = await people.newcomer('Schreef een brief', 'tricht', { viewport: { width: 360, height: 740 } });
  const { person } = await done<{ person: { email: string } }>(writer.request.get('/api/v1/me'));
  const secretary = await people.inRole('secretary', 'tricht');
  await secretary.goto('/mijn');
  await secretary.getByRole('link', { name: 'Schrijf een wens op voor iemand anders' }).click();
  await secretary.getByRole('button', { name: 'Schrijf een wens op' }).click();
  await secretary.getByRole('button', { name: 'Stuur in' }).click();
  await expect(secretary.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(secretary);
  await secretary.getByLabel('Wat wenst deze persoon?').fill(title);
  await secretary.reload();
  await expect(secretary.getByLabel('Wat wenst deze persoon?')).toHaveValue(title);
  await secretary.getByLabel('E-mailadres van deze persoon').fill(person.email);
  await secretary.getByLabel('Ja, deze persoon weet dat iedereen de wens kan lezen').check();
  await secretary.getByRole('button', { name: 'Stuur in' }).click();
  await expect(secretary.getByRole('link', { name: title })).toBeVisible();

  await expect.poll(() => newestMail(writer, person.email), { timeout: 25_000 }).toContain('/mijn-wens?bewijs=');
  await secretary.reload();
  await expect(secretary.getByText(/De link is gemaild/)).toBeVisible();
  const link = new URL(/\S+\/mijn-wens\?bewijs=\S+/.exec(await newestMail(writer, person.email))?.[0] ?? '');
  await writer.goto(link.pathname + link.search);
  await expect(writer.getByRole('heading', { name: title })).toBeVisible();
  await expectAccessibleEverywhere(writer);
  await expectNoSideways(writer);
  await writer.getByRole('button', { name: 'Ja, dit is mijn wens' }).click();
  await writer.getByRole('link', { name: 'Bekijk uw wens' }).click();
  await expect(writer.getByText('Voorstel van Schreef een brief, opgeschreven uit een brief')).toBeVisible();
  await expectAccessible(writer);
  await secretary.reload();
  await expect(secretary.getByText(/Overgenomen door wie het wenste/)).toBeVisible();
});

test('who serves no village reads where an own wish goes', async ({ people }) => {
  const resident = await people.newcomer('Bewoner zonder rol', 'tricht');
  await resident.goto('/opschrijven');
  await expect(resident.getByRole('link', { name: 'Doe een voorstel' }).last()).toBeVisible();
  await expect(resident.getByRole('button', { name: 'Schrijf een wens op' })).toHaveCount(0);
});
