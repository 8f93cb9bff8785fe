import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, tabTo, test } from './journey';
import { mailsOf } from './mails';
import { wish } from './points';

const narrow = { viewport: { width: 320, height: 740 } };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a status letter is written from facts, changed, sent once, read on the web and printed', async ({ people }) => {
  const broker = await people.inRole('broker', 'beesd');
  const reader = await people.newcomer('Leest in Beesd', 'beesd', narrow);
  await done(reader.request.put('/api/v1/villages/beesd/follow'));
  const stays = await wish(reader, broker, { title: 'Een brievenbus bij de kerk in Beesd' });
  const gone = await wish(reader, broker, { title: 'Het hek van nummer 12 in Beesd' });

  await broker.goto('/kernen/beesd/statusbrieven');
  await button(broker, 'Schrijf een statusbrief').click();
  await expectAccessible(broker);
  await button(broker, 'Maak de brief').click();
  await expect(broker.getByText('Dit is een concept')).toBeVisible();
  await expect(broker.getByRole('link', { name: 'Een brievenbus bij de kerk in Beesd' })).toBeVisible();
  const address = new URL(broker.url()).pathname;
  expect((await reader.request.get(`/api/v1/status-letters/${address.split('/').at(-1)}`)).status()).toBe(404);

  await button(broker, 'Pas de brief aan').click();
  await broker.getByLabel('Inleiding').fill('Beste Beesdenaren, dit gebeurde er.');
  await broker.getByLabel('Nieuw: Een brievenbus bij de kerk in Beesd').fill('De postbode is er blij mee.');
  await broker.reload();
  await expect(broker.getByLabel('Inleiding')).toHaveValue('Beste Beesdenaren, dit gebeurde er.');
  await expectAccessible(broker);
  await button(broker, 'Bewaar de brief').click();
  await expect(broker.getByText('De postbode is er blij mee.')).toBeVisible();

  const send = button(broker, 'Verstuur de brief');
  await tabTo(broker, send);
  await broker.keyboard.press('Enter');
  await button(broker, 'Ja, verstuur de brief').click();
  await expect(broker.getByText(/^Verstuurd op /)).toBeVisible();
  await expect(broker.getByText('Dit is een concept')).toHaveCount(0);
  await expect.poll(() => mailsOf(reader, 'Statusbrief van Beesd').then(({ length }) => length)).toBe(1);

  const visitor = await people.visitor({ javaScriptEnabled: false });
  await visitor.goto(address);
  await expect(visitor.getByText('Beste Beesdenaren, dit gebeurde er.')).toBeVisible();
  await expect(visitor.getByText('De postbode is er blij mee.')).toBeVisible();
  const id = address.split('/').at(-1) ?? '';
  const printed = await reader.request.get(`/api/v1/status-letters/${id}/letter.pdf`);
  expect([printed.status(), printed.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await printed.body()).toString('latin1')).toContain('/StructTreeRoot');

  const { version } = await done<{ version: number }>(broker.request.get(`/api/v1/proposals/${gone}`));
  await done(
    broker.request.post(`/api/v1/proposals/${gone}/hide`, {
      headers: { 'if-match': `"${version}"` },
      data: { sentence: 'Het hek van nummer 12', rule: 'personal_data', wouldBeAccepted: 'Zonder het huisnummer.' },
    }),
  );
  await visitor.reload();
  await expect(visitor.getByText('Een brievenbus bij de kerk in Beesd')).toBeVisible();
  await expect(visitor.getByText('Het hek van nummer 12')).toHaveCount(0);
  await reader.goto(`${address}/papier`);
  await expect(reader.getByText('Het hek van nummer 12')).toHaveCount(0);
  await expectAccessibleEverywhere(reader);
  await reader.goto(address);
  await expectAccessibleEverywhere(reader);
  await reader.getByRole('link', { name: 'Een brievenbus bij de kerk in Beesd' }).click();
  await expect(reader).toHaveURL(new RegExp(`/voorstellen/${stays}$`));
});

test('news and road works stand on the page of the village at once, are corrected openly and taken back', async ({
  people,
}) => {
  const secretary = await people.inRole('secretary', 'beesd');
  const looks = await people.visitor();
  await looks.goto('/kernen/beesd/nieuws', { waitUntil: 'networkidle' });
  await secretary.goto('/kernen/beesd/nieuws');
  await button(secretary, 'Vertel nieuws').click();
  await secretary.getByLabel('Wat is het?').selectOption({ label: 'Wegwerk' });
  await secretary.getByLabel('Titel').fill('De Voorstraat gaat open');
  await secretary.getByLabel('Bericht').fill('De riolering wordt vernieuwd.');
  await button(secretary, 'Plaats het bericht').click();
  await expect(secretary.getByText('Kies de eerste dag van het wegwerk.').first()).toBeVisible();
  await expectAccessible(secretary);
  await secretary.getByLabel('Eerste dag').fill('2027-03-01');
  await secretary.getByLabel('Laatste dag').fill('2027-03-12');
  await secretary.getByLabel('Waar?').fill('Voorstraat');
  await button(secretary, 'Plaats het bericht').click();
  await expect(secretary.getByText('Van 1 maart tot en met 12 maart 2027')).toBeVisible();
  await expect(looks.getByRole('heading', { name: 'De Voorstraat gaat open' })).toBeVisible();

  const visitor = await people.visitor(narrow);
  await visitor.goto('/kernen/beesd');
  await expect(visitor.getByRole('heading', { name: 'Nieuws uit Beesd' })).toBeVisible();
  await expectAccessibleEverywhere(visitor);
  await visitor.getByRole('link', { name: 'De Voorstraat gaat open' }).click();
  await expect(visitor.getByText('De riolering wordt vernieuwd.')).toBeVisible();
  await expectAccessibleEverywhere(visitor);

  await button(secretary, 'Verbeter De Voorstraat gaat open').click();
  await secretary.getByLabel('Waar?').fill('Voorstraat, van 1 tot 20');
  await button(secretary, 'Bewaar').click();
  await expect(secretary.getByText(/Verbeterd op /)).toBeVisible();
  await button(secretary, 'Haal weg De Voorstraat gaat open').click();
  await button(secretary, 'Haal weg').last().click();
  await expect(secretary.getByText('Het bericht is weg.')).toBeVisible();
  await expect(secretary.getByRole('heading', { name: 'De Voorstraat gaat open' })).toHaveCount(0);
  await expect(looks.getByRole('heading', { name: 'De Voorstraat gaat open' })).toHaveCount(0);
});

test('people sign up for an event with the keyboard, sign off, and take it along in their calendar', async ({
  people,
}) => {
  const secretary = await people.inRole('secretary', 'beesd');
  await secretary.goto('/kernen/beesd/bijeenkomsten');
  await button(secretary, 'Kondig een bijeenkomst aan').click();
  await secretary.getByLabel('Wat is het?').selectOption({ label: 'Wandeling' });
  await secretary.getByLabel('Titel').fill('Rondje langs de Linge');
  await secretary.getByLabel('Dag en begin').fill('2027-04-10T10:00');
  await secretary.getByLabel('Einde').fill('12.00');
  await secretary.getByLabel('Plaats').fill('De steiger');
  await secretary.getByLabel('Hoeveel mensen kunnen er komen?').fill('2');
  await expectAccessible(secretary);
  await button(secretary, 'Plaats de bijeenkomst').click();
  await expect(secretary.getByRole('heading', { level: 1, name: 'Rondje langs de Linge' })).toBeVisible();

  const walker = await people.newcomer('Wandelt in Beesd', 'beesd', narrow);
  await walker.goto(new URL(secretary.url()).pathname);
  await expectAccessibleEverywhere(walker);
  await tabTo(walker, button(walker, 'Ik kom'));
  await walker.keyboard.press('Enter');
  await expect(walker.getByText('U hebt zich aangemeld.')).toBeVisible();
  await expect(walker.getByText('1 van de 2 plaatsen bezet').first()).toBeVisible();
  const file = await walker.request.get(
    (await walker.getByRole('link', { name: 'Zet in uw agenda' }).getAttribute('href')) ?? '',
  );
  expect(await file.text()).toContain('DTSTART:20270410T080000Z');
  await button(walker, 'Ik kom toch niet').click();
  await expect(button(walker, 'Ik kom')).toBeVisible();
  await walker.goto('/kernen/beesd/bijeenkomsten');
  await expectAccessibleEverywhere(walker);
});

test('stories of what got done stand in a series with a feed', async ({ people }) => {
  const visitor = await people.visitor(narrow);
  await visitor.goto('/verhalen');
  await expect(visitor.getByRole('heading', { level: 1, name: 'Gedaan in de dorpen' })).toBeVisible();
  await expectAccessibleEverywhere(visitor);
  const feed = await visitor.request.get('/api/v1/stories/feed');
  expect(await feed.text()).toContain('<title>Gedaan in de dorpen</title>');
});
