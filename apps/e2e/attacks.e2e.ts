import type { Page } from '@playwright/test';
import { expect, test } from './journey';

const script = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('main img, main script').count()).toBe(0);
}

interface Created {
  readonly id: string;
  readonly version: number;
}

test('attack 01: script in a name and in a proposal is shown as the text it is, to everyone who reads it', async ({
  people,
}) => {
  const resident = await people.newcomer('Piet <script>window.hacked=1', 'spijk');
  const me = (await (await resident.request.get('/api/v1/me')).json()) as { person: { homeVillageId: string } };
  const created = await resident.request.post('/api/v1/proposals', {
    data: { villageId: me.person.homeVillageId, title: script, body: script, place: script, theme: null, kind: null },
  });
  expect(created.status()).toBe(201);
  const { id } = (await created.json()) as Created;
  expect((await resident.request.post(`/api/v1/proposals/${id}/submit`)).status()).toBe(200);

  await resident.goto(`/voorstellen/${id}`);
  await expect(resident.getByRole('heading', { level: 1 })).toContainText('<script>');
  await expectHarmless(resident);
  await resident.goto('/mijn');
  await expect(resident.getByText('<script>', { exact: false }).first()).toBeVisible();
  await expectHarmless(resident);

  const village = (await (await resident.request.get('/api/v1/villages/spijk')).json()) as {
    area: { brokers: { displayName: string }[] };
  };
  const broker = await people.as(village.area.brokers[0]?.displayName ?? '');
  await broker.goto(`/werkplek?lees=${id}`);
  await expect(broker.getByText('<script>', { exact: false }).first()).toBeVisible();
  await expectHarmless(broker);
});

test('attack 03: markup and links that run, sent past every form, are shown as the text they are', async ({
  people,
}) => {
  const secretary = await people.inRole('secretary', 'est');
  const { items } = (await (await secretary.request.get('/api/v1/entered-wishes/villages')).json()) as {
    items: readonly { id: string }[];
  };
  const running = 'javascript:window.hacked=1';
  const body = `<iframe src="${running}"></iframe> [klik](${running}) <a href="${running}">klik</a> ${running}`;
  const text = { title: 'Een link die loopt', body, place: '', theme: null, kind: null };
  const entered = await secretary.request.post('/api/v1/entered-wishes', {
    data: { ...text, villageId: items[0]?.id, enteredFrom: 'letter', email: null, hasConsent: true },
  });
  expect(entered.status()).toBe(201);
  await secretary.goto('/opschrijven');
  await secretary.getByRole('link', { name: text.title }).first().click();
  await expect(secretary.getByText('<iframe', { exact: false })).toBeVisible();
  await expectHarmless(secretary);
  expect(await secretary.locator('main iframe, a[href^="javascript"]').count()).toBe(0);

  const rows = `Kern\tTitel\tBron\nEst\tEen bron die loopt\t${running}`;
  const admin = await people.as('Beheerder');
  await admin.goto('/beheer/import');
  await admin.getByLabel('Of plak de rijen hier').fill(rows);
  await admin.getByRole('button', { name: 'Controleer' }).click();
  await expect(admin.getByRole('region', { name: 'Wat er mis is' })).toContainText(running);
  expect(await admin.locator('a[href^="javascript"]').count()).toBe(0);
  await admin.getByRole('button', { name: 'Gooi dit bestand weg' }).click();
});

for (const path of [
  `/?onderwerp=${encodeURIComponent(script)}`,
  `/kernen/${encodeURIComponent(script)}`,
  `/kernen/tricht?thema=${encodeURIComponent(script)}`,
  `/voorstellen/${encodeURIComponent(script)}`,
  `/voorstel/nieuw?kern=${encodeURIComponent(script)}&wat=${encodeURIComponent(script)}`,
  `/inloggen?terug=${encodeURIComponent(`javascript:window.hacked=1//${script}`)}`,
  `/${encodeURIComponent(script)}`,
]) {
  test(`attack 02: nothing in the address runs: ${decodeURIComponent(path).slice(0, 40)}`, async ({ page }) => {
    const answer = await page.request.get(path);
    expect(await answer.text()).not.toContain('<img src=x');
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectHarmless(page);
  });
}

for (const [name, target] of [
  ['another site', 'https://evil.example/'],
  ['another site without scheme', '//evil.example/'],
  ['a backslash', '/\\evil.example/'],
  ['a script', 'javascript:alert(1)'],
] as const) {
  test(`attack 16: signing in never leads to ${name}`, async ({ page, baseURL }) => {
    await page.goto(`/inloggen?terug=${encodeURIComponent(target)}`);
    await page.getByRole('button', { name: 'Bewoner Haaften' }).click();
    await expect(
      page
        .getByRole('link', { name: 'Uitloggen' })
        .or(page.getByRole('button', { name: 'Uitloggen' }))
        .first(),
    ).toBeVisible();
    expect(new URL(page.url()).origin).toBe(baseURL);
  });
}

test('attack 30: pages forbid frames and inline script, and private pages are not kept', async ({ people }) => {
  const resident = await people.as('Bewoner Haaften');
  for (const path of ['/', '/mijn', '/kernen/haaften']) {
    const answer = await resident.request.get(path);
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toContain('unsafe-eval');
    expect(answer.headers()['cache-control']).toMatch(/no-store|private/);
  }
});
