import { expect, expectAccessible, test } from './journey';

test('a changed text waits while readers see the old one, is read as a difference, and is live once approved', async ({
  people,
}) => {
  const [before, after] = ['Een schommel voor de kleuters', 'Een schommel voor de kleuters en hun ouders'];
  const author = await people.as('Bewoner Tricht');
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  const { items } = (await (await author.request.get('/api/v1/villages')).json()) as {
    items: { id: string; slug: string }[];
  };
  const villageId = items.find(({ slug }) => slug === 'tricht')?.id;
  const text = { villageId, title: before, body: 'Nu is er alleen gras.', place: '', theme: 'play_sport' };
  const point = (await (await author.request.post('/api/v1/proposals', { data: text })).json()) as { id: string };
  await author.goto(`/voorstellen/${point.id}`);
  await author.getByRole('button', { name: 'Stuur in' }).click();
  await expect(author.getByText('Uw voorstel is ingestuurd.')).toBeVisible();
  await broker.goto(`/werkplek?lees=${point.id}`);
  await broker.getByRole('button', { name: 'Plaats' }).click();
  await expect(broker.getByRole('button', { name: 'Maak ongedaan' })).toBeVisible();
  const reader = await people.visitor({ viewport: { width: 320, height: 700 } });
  await reader.goto(`/voorstellen/${point.id}`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(before);

  await author.getByRole('button', { name: 'Pas de tekst aan' }).click();
  await author.getByLabel('Wat wenst u?').fill(after);
  await author.reload();
  await expect(author.getByLabel('Wat wenst u?')).toHaveValue(after);
  await expectAccessible(author);
  await author.getByRole('button', { name: 'Stuur de nieuwe tekst' }).click();
  await expect(author.getByRole('heading', { name: 'Uw nieuwe tekst wordt gelezen' })).toBeVisible();
  await expect(author.getByRole('heading', { level: 1 })).toHaveText(before);
  await expectAccessible(author);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(before);
  await expect(reader.getByText('en hun ouders')).toHaveCount(0);

  const waiting = broker.getByRole('listitem').filter({ hasText: after });
  await expect(waiting.getByText('Nieuwe tekst')).toBeVisible();
  await waiting.getByRole('link').click();
  await expect(broker.locator('ins', { hasText: 'en hun ouders' })).toBeVisible();
  await expectAccessible(broker);
  await broker.getByRole('button', { name: 'Plaats de nieuwe tekst' }).click();

  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(after);
  await expect(author.getByRole('button', { name: 'Pas de tekst aan' })).toBeVisible();
  await reader.getByRole('link', { name: 'Eerdere teksten' }).click();
  await expect(reader.getByRole('heading', { name: 'Van tekst 1 naar tekst 2' })).toBeVisible();
  await expect(reader.locator('ins', { hasText: 'en hun ouders' })).toBeVisible();
  await expectAccessible(reader);
  await reader.getByLabel('Vergelijk deze tekst').selectOption({ index: 0 });
  await expect(reader.getByRole('heading', { name: 'Van tekst 2 naar tekst 2' })).toBeVisible();
  await reader.getByLabel('met deze tekst').selectOption({ index: 1 });
  await expect(reader.getByRole('heading', { name: 'Van tekst 2 naar tekst 1' })).toBeVisible();
  await expect(reader.locator('del', { hasText: 'en hun ouders' })).toBeVisible();
});
