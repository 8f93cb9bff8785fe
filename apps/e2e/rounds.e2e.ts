import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';
import { approve } from './points';

const calm = { reducedMotion: 'reduce' } as const;
const phone = { viewport: { width: 360, height: 740 } } as const;
const question = 'Wat mag er in Opijnen nooit verdwijnen?';
const title = 'Het fluitje van de veerman terug';

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a secretary asks the village, a resident answers through its page, and the wall tells what became of it', async ({
  people,
}) => {
  const secretary = await people.inRole('secretary', 'opijnen', calm);
  await open(secretary, '/mijn');
  await secretary.getByRole('link', { name: 'Ophaalrondes' }).click();
  await secretary.getByRole('button', { name: 'Begin een ophaalronde' }).click();
  await secretary.getByRole('button', { name: 'Sla de ronde op' }).click();
  await expect(secretary.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(secretary);
  await secretary.getByLabel('Wat is de vraag?').fill(question);
  const today = new Date();
  const last = new Date(today.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  await secretary.getByLabel('Laatste dag').fill(last);
  await secretary.getByLabel('Met een kaart').check();
  await secretary.getByLabel('Waar leveren mensen een kaart of flyer in?').fill('De bus bij de kerk');
  await secretary.reload();
  await expect(secretary.getByLabel('Wat is de vraag?')).toHaveValue(question);
  await secretary.getByRole('button', { name: 'Sla de ronde op' }).click();
  await expect(secretary.getByRole('heading', { level: 1, name: question })).toBeVisible();
  await expectAccessibleEverywhere(secretary);
  const path = new URL(secretary.url()).pathname;

  const resident = await people.newcomer('Bewoner Opijnen', 'opijnen', { ...phone, ...calm });
  await open(resident, '/kernen/opijnen');
  await resident.getByRole('link', { name: question }).click();
  await expect(resident.getByText(/^Nog \d dagen$/)).toBeVisible();
  await expectNoSideways(resident);
  await resident.getByRole('link', { name: 'Doe een voorstel voor Opijnen' }).click();
  await resident.getByLabel('Wat wenst u?').fill(title);
  await resident.getByRole('button', { name: 'Verder naar controleren' }).click();
  await resident.getByRole('button', { name: 'Stuur in' }).click();
  await expect(resident.getByRole('heading', { name: 'Uw voorstel is binnen' })).toBeVisible();
  await resident.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(resident).toHaveURL(/voorstellen\/[0-9a-f-]{36}$/);
  const id = new URL(resident.url()).pathname.split('/').at(-1) ?? '';

  const visitor = await people.visitor(calm);
  await open(visitor, path);
  await expect(visitor.getByText(/\d+ wens(en)? tot nu toe\.\s+\d+ wens(en)? word(t|en) nog gelezen/)).toBeVisible();
  await expect(visitor.getByText(title)).toHaveCount(0);
  const broker = await people.inRole('broker', 'opijnen');
  await approve(broker, id);
  await open(visitor, path);
  await expect(visitor.getByRole('link', { name: title })).toBeVisible();

  await secretary.getByRole('button', { name: 'Stop de ronde nu' }).click();
  await secretary.locator('form').getByRole('button', { name: 'Stop de ronde nu' }).click();
  await expect(secretary.getByText('Gesloten')).toBeVisible();
  await open(visitor, path);
  const wall = visitor.getByRole('region', { name: 'U zei, wij deden' });
  await expect(wall.getByRole('link', { name: title })).toBeVisible();
  await expect(wall.getByText('Aan zet: kernagendagroep en gebiedsmakelaar')).toBeVisible();
  await expect(visitor.getByRole('link', { name: 'Doe een voorstel voor Opijnen' })).toHaveCount(0);
  await expectAccessible(visitor);
});

/** The rounds of the demo, what runs first. */
async function rounds(page: Page): Promise<readonly { readonly id: string; readonly state: string }[]> {
  const answer = await done<{ items: { id: string; state: string }[] }>(
    page.request.get('/api/v1/intake-rounds?village=deil'),
  );
  return answer.items;
}

test('the wall of a round shows one part of it at a time, also in an address somebody sends', async ({ people }) => {
  const page = await people.visitor(calm);
  const closed = (await rounds(page)).find(({ state }) => state === 'closed');
  await open(page, `/ophaalrondes/${closed?.id}`);
  await page.getByRole('link', { name: 'Kan niet 1' }).click();
  await expect(page).toHaveURL(/deel=not_feasible/);
  const row = page.locator('.ka-wall__row');
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Wat wel kan: Aan de kassa van de winkel');
  await page.reload();
  await expect(row).toHaveCount(1);
});

test('the code on the poster opens the round on a telephone', async ({ people }) => {
  const page = await people.visitor({ ...phone, ...calm });
  const running = (await rounds(page)).find(({ state }) => state === 'running');
  await open(page, `/ophaalrondes/${running?.id}/poster`);
  const code: Locator = page.getByRole('img', { name: /^QR-code die .* opent$/ });
  await expect(code).toBeVisible();
  const { data, info } = await sharp(await code.screenshot())
    .resize({ width: 600, kernel: 'nearest' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  expect(read?.data).toContain(`/ophaalrondes/${running?.id}`);
});

test('poster and cards are printed on the paper they are drawn for', async ({ people }) => {
  const page = await people.visitor();
  const running = (await rounds(page)).find(({ state }) => state === 'running');
  for (const [paper, size, pages] of [
    ['poster', [842, 1191], 1],
    ['cards', [595, 842], 2],
  ] as const) {
    const answer = await page.request.get(`/api/v1/intake-rounds/${running?.id}/${paper}.pdf`);
    expect(answer.status()).toBe(200);
    const text = (await answer.body()).toString('latin1');
    const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])).toEqual(
      Array.from({ length: pages }, () => size),
    );
  }
});

for (const what of ['list', 'running', 'closed', 'poster', 'kaarten'] as const) {
  test(`accessible in every theme, narrow and wide: rounds, ${what}`, async ({ people }) => {
    const page = await people.visitor(calm);
    const of = (state: string) => rounds(page).then((all) => all.find((one) => one.state === state)?.id ?? '');
    const path = {
      list: async () => '',
      running: async () => `/${await of('running')}`,
      closed: async () => `/${await of('closed')}`,
      poster: async () => `/${await of('running')}/poster`,
      kaarten: async () => `/${await of('running')}/kaarten`,
    }[what];
    await open(page, `/ophaalrondes${await path()}`);
    await expectAccessibleEverywhere(page);
    await expectNoSideways(page);
  });
}

test('a round that is not there says so', async ({ people }) => {
  const page = await people.visitor();
  const answer = await page.request.get('/ophaalrondes/5a4f8f5e-7f55-4c43-8a50-0f6a4f2b9c01');
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('Deze pagina is er niet');
});
