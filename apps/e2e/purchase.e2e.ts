import type { Page } from '@playwright/test';
import { done, expect, expectAccessibleEverywhere, test } from './journey';
import type { People } from './journey';
import { wish } from './points';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

interface Shopping {
  readonly address: string;
  readonly id: string;
  /** Who signs for each village, in the order they were given. */
  readonly secretaries: readonly Page[];
  readonly buyer: Page;
}

const form = (page: Page) => page.locator('.ka-fold-form__form');
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

const post = <Body>(page: Page, path: string, data?: object, headers?: Record<string, string>): Promise<Body> =>
  done(page.request.post(`/api/v1${path}`, { ...(data && { data }), ...(headers && { headers }) }));

/** Moves a purchase on without a page, as it stands now. */
async function move(page: Page, id: string, action: string, data?: object): Promise<void> {
  const { version } = await done<Versioned>(page.request.get(`/api/v1/purchases/${id}`));
  await post(page, `/purchases/${id}/${action}`, data, { 'If-Match': `"${version}"` });
}

/** Villages with a point each and the team that buys, in one collaboration with a purchase, made without a page. */
async function shop(people: People, slugs: readonly string[], what: string): Promise<Shopping> {
  const run = `${what} ${test.info().repeatEachIndex}`;
  const sides = [];
  for (const slug of slugs) {
    const broker = await people.inRole('broker', slug);
    const point = await wish(await people.newcomer(`Nieuw in ${slug}`, slug), broker, { title: `${run} in ${slug}` });
    const { id: villageId } = await done<{ id: string }>(broker.request.get(`/api/v1/villages/${slug}`));
    sides.push({ villageId, point, secretary: await people.inRole('secretary', slug) });
  }
  const [first, ...others] = sides;
  if (!first) throw new Error('No villages');
  const together = await post<Versioned>(first.secretary, '/collaborations', {
    title: `Samen ${run}`,
    proposalIds: [first.point],
  });
  const parties = `/collaborations/${together.id}/parties`;
  for (const { secretary, villageId, point } of others)
    await post(secretary, parties, { villageId, role: 'participant', proposalIds: [point] });
  const buyer = await people.as('Medewerker openbare ruimte');
  const { canBringIn } = await done<{ canBringIn: { teams: readonly { id: string }[] } }>(
    buyer.request.get(`/api/v1/collaborations/${together.id}`),
  );
  await post(buyer, parties, { teamId: canBringIn.teams[0]?.id, role: 'participant' });
  const { id } = await post<Versioned>(first.secretary, '/purchases', {
    collaborationId: together.id,
    what,
    unit: 'stuk',
    kind: 'goods_services',
    shareKey: 'quantity',
  });
  return { address: `/samenwerkingen/${together.id}`, id, secretaries: sides.map((side) => side.secretary), buyer };
}

/** Writes on the page what one village asks for, where the line of its point stands already. */
async function ask(page: Page, address: string, village: string, quantity: string, price: string): Promise<void> {
  await page.goto(`${address}/inkoop`, { waitUntil: 'networkidle' });
  await page
    .getByRole('region', { name: village, exact: true })
    .getByRole('button', { name: /^Verander/ })
    .click();
  await page.getByLabel('Wat, of waar?').fill('Bij het dorpshuis');
  await page.getByLabel('Aantal', { exact: true }).fill(quantity);
  await page.getByLabel('Prijs apart, in euro').fill(price);
  await page.getByLabel('Waar komt die prijs vandaan?').fill('Losse offerte');
  await form(page).getByRole('button', { name: 'Verander', exact: true }).click();
  await expect(page.locator('ka-toast')).toContainText('Het staat in de vraag.');
}

/** Route, requirements, two sealed quotes, and the moment they open; without a page. */
async function quote(buyer: Page, id: string): Promise<void> {
  await move(buyer, id, 'check-route', { route: 'single', note: 'Eén bedrag, één levering.' });
  await move(buyer, id, 'specify', { requirements: ['Van hout'] });
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const closesAt = new Date(Date.now() + 4000).toISOString();
  await move(buyer, id, 'request-quotes', { closesAt, adviceBy: day(7), decisionBy: day(14) });
  for (const [supplier, unitPriceCents] of [
    ['Houtwerk', 80_000],
    ['Bankenmaker', 90_000],
  ] as const)
    await post(buyer, `/purchases/${id}/quotes`, {
      supplier,
      priceBreaks: [{ fromQuantity: 1, unitPriceCents }],
      deliveryCents: 10_000,
      deliveryWeeks: 6,
      warrantyMonths: 60,
      validUntil: day(90),
      note: '',
    });
}

async function assess(buyer: Page, id: string): Promise<void> {
  const path = `/api/v1/purchases/${id}`;
  const { quotes } = await done<{ quotes: { items: readonly { id: string }[] } }>(buyer.request.get(path));
  for (const { id: quoteId } of quotes.items) {
    const { version } = await done<Versioned>(buyer.request.get(path));
    const headers = { 'If-Match': `"${version}"` };
    const data = { meetsRequirements: true, note: '' };
    await done(buyer.request.put(`/api/v1/quotes/${quoteId}/assessment`, { data, headers }));
  }
}

test('a village leaves halfway: the shares are divided anew, and what it asked stays in the history', async ({
  people,
}) => {
  const { address, id, secretaries, buyer } = await shop(people, ['rhenoy', 'enspijk', 'beesd'], 'fietsenrekken');
  const [one, other, third] = secretaries;
  if (!one || !other || !third) throw new Error('Three villages were asked for');
  await ask(one, address, 'Rhenoy', '3', '3.000');
  await ask(other, address, 'Enspijk', '4', '4.000');
  await ask(third, address, 'Beesd', '2', '2.000');
  await one.reload({ waitUntil: 'networkidle' });
  await button(one, 'Zet de vraag vast').click();
  await form(one).getByRole('button', { name: 'Zet de vraag vast', exact: true }).click();
  await expect(one.getByText(/De vraag staat vast sinds/)).toBeVisible();

  await quote(buyer, id);
  const visitor = await people.visitor();
  await visitor.goto(address, { waitUntil: 'networkidle' });
  await expect(visitor.getByText(/Tot dan kan niemand een prijs zien/)).toBeVisible();
  await expect(visitor.locator('main')).not.toContainText(/Houtwerk|800/);
  await expect(async () => {
    const { areQuotesOpen } = await done<{ areQuotesOpen: boolean }>(buyer.request.get(`/api/v1/purchases/${id}`));
    expect(areQuotesOpen).toBe(true);
  }).toPass();
  await assess(buyer, id);

  await visitor.reload({ waitUntil: 'networkidle' });
  await expect(visitor.getByRole('heading', { name: 'Twee offertes' })).toBeVisible();
  await expect(visitor.locator('main')).not.toContainText('Houtwerk');
  const table = visitor.locator('.ka-saving__table');
  await expect(table.locator('tbody tr')).toHaveCount(3);
  await expect(table.locator('tfoot')).toContainText('9.000');
  await expect(table.locator('tfoot')).toContainText('7.300');
  await expect(visitor.locator('.ka-net')).toHaveText(/1\.700/);

  await third.goto(address, { waitUntil: 'networkidle' });
  await button(third, 'Stap uit met Beesd').click();
  await third.getByLabel('Waarom?').fill('Wij hebben nog rekken staan.');
  await form(third).getByRole('button', { name: 'Stap uit', exact: true }).click();
  await expect(third.locator('.ka-who--gone')).toContainText('‘Wij hebben nog rekken staan.’');

  await expect(table.locator('tbody tr')).toHaveCount(2);
  await expect(table.locator('tfoot')).toContainText('7.000');
  await expect(table.locator('tfoot')).toContainText('5.700');
  await expect(visitor.locator('.ka-time')).toContainText('Beesd stapte uit');
  await visitor.getByRole('link', { name: 'Inkoop' }).click();
  await expect(visitor.getByText(/Beesd: Uitgestapt: Bij het dorpshuis/)).toBeVisible();
});

test('accessible in every theme, narrow and wide: a purchase on the page of its collaboration, and at work', async ({
  people,
}) => {
  const { address, id, secretaries, buyer } = await shop(people, ['rumpt', 'gellicum'], 'nestkasten');
  const [one, other] = secretaries;
  if (!one || !other) throw new Error('Two villages were asked for');
  await ask(one, address, 'Rumpt', '3', '3.000');
  await ask(other, address, 'Gellicum', '4', '4.000');
  await move(one, id, 'freeze');
  await quote(buyer, id);
  await expect(async () => {
    const { areQuotesOpen } = await done<{ areQuotesOpen: boolean }>(buyer.request.get(`/api/v1/purchases/${id}`));
    expect(areQuotesOpen).toBe(true);
  }).toPass();
  await assess(buyer, id);
  await buyer.goto(`${address}/inkoop`, { waitUntil: 'networkidle' });
  await button(buyer, 'Leg een offerte voor').click();
  await button(buyer, 'Beoordeel offerte A').click();
  await expectAccessibleEverywhere(buyer);
  await buyer.goto(address, { waitUntil: 'networkidle' });
  await expect(buyer.locator('.ka-net')).toBeVisible();
  await expectAccessibleEverywhere(buyer);
});

test('not together, with a reason: each village buys for itself, and the page says so without shame', async ({
  people,
}) => {
  const { address, secretaries, buyer } = await shop(people, ['waardenburg', 'neerijnen'], 'hagen');
  const [one] = secretaries;
  if (!one) throw new Error('Two villages were asked for');
  await ask(one, address, 'Waardenburg', '30', '900');
  await buyer.goto(`${address}/inkoop`, { waitUntil: 'networkidle' });
  await button(buyer, 'Niet samen kopen').click();
  await button(buyer, 'Niet samen').click();
  await expect(buyer.locator('.ka-errors')).toBeVisible();
  await expectAccessibleEverywhere(buyer);
  await buyer.getByLabel('Waarom?').fill('De hagen zijn te verschillend om samen te kopen.');
  await button(buyer, 'Niet samen').click();
  await expect(buyer.locator('ka-toast')).toContainText('De dorpen kopen elk zelf.');
  const visitor = await people.visitor();
  await visitor.goto(address, { waitUntil: 'networkidle' });
  await expect(visitor.getByText('‘De hagen zijn te verschillend om samen te kopen.’')).toBeVisible();
  await expect(visitor.getByText(/geen schande/).nth(0)).toBeVisible();
  await expect(one.getByText('Zet de vraag vast')).toHaveCount(0);
});
