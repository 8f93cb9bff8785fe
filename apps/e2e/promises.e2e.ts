import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';
import { mailsOf } from './mails';
import { aPhoto } from './photos';
import { openPoint, wish } from './points';

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const told = (page: Page) => page.getByRole('region', { name: 'Wat zegt de gemeente?' });

test('a promise is made, told once by mail, kept with a photo, and counted in its village', async ({ people }) => {
  test.slow();
  const [title, what] = ['Een trap naar het water', 'Wij zetten de trap bij de steiger neer.'];
  const broker = await people.inRole('broker', 'rumpt');
  const id = await wish(await people.newcomer('Nieuw in Rumpt', 'rumpt'), broker, { title });
  const supporter = await people.newcomer('Steunt in Rumpt', 'rumpt', { viewport: { width: 360, height: 740 } });
  await openPoint(supporter, id);
  await supporter.getByRole('button', { name: 'Ik steun dit' }).click();
  await expect(supporter.getByText('U volgt dit, want u steunt dit punt.')).toBeVisible();

  await openPoint(broker, id);
  await broker.getByRole('button', { name: 'Doe een toezegging' }).click();
  await broker.getByRole('button', { name: 'Zeg dit toe' }).click();
  await expect(broker.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(broker);
  await broker.getByLabel('Wat zegt u toe?').fill(what);
  await broker.reload();
  await expect(broker.getByLabel('Wat zegt u toe?')).toHaveValue(what);
  await broker.getByLabel('Wie komt dit na?').selectOption('Gebiedsmakelaar');
  await broker.getByLabel('Uiterlijk op').fill(dayFromNow(30));
  await broker.getByRole('button', { name: 'Zeg dit toe' }).click();
  await expect(told(broker).getByText('Loopt, nog 30 dagen')).toBeVisible();

  await expect(told(supporter).getByText(what)).toBeVisible();
  await expectAccessible(supporter);
  await expectNoSideways(supporter);
  await expect
    .poll(() => mailsOf(supporter, `De gemeente heeft iets toegezegd: ${title}`), { timeout: 25_000 })
    .toHaveLength(1);

  await broker.getByRole('button', { name: 'Vertel nieuws' }).click();
  await broker.getByLabel('Wat is het nieuws?').fill('De trap is besteld.');
  await broker.getByLabel('Foto toevoegen').setInputFiles(await aPhoto(900, 600));
  await broker.getByLabel('Wat is er te zien op foto 1?').fill('De tekening van de trap');
  await broker.getByRole('button', { name: 'Plaats nieuws' }).click();
  await expect(told(supporter).getByRole('img', { name: 'De tekening van de trap' })).toBeVisible();

  await broker.getByRole('button', { name: /^Verschuif/ }).click();
  await broker.getByLabel('Nieuwe datum').fill(dayFromNow(40));
  await broker.getByLabel('Waarom verschuift het?').fill('De steiger is nog niet af.');
  await broker.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await expect(told(supporter).getByText('Verschoven, nog 40 dagen')).toBeVisible();
  await told(supporter).getByText('Hoe deze toezegging verliep').click();
  await expect(told(supporter).getByText('De steiger is nog niet af.')).toBeVisible();
  await expectAccessibleEverywhere(supporter);

  await broker.getByRole('button', { name: /^Nagekomen/ }).click();
  await broker.getByLabel('Wat is er gedaan?').fill('De trap staat er.');
  await expectAccessible(broker);
  await broker.getByRole('button', { name: 'Meld nagekomen' }).click();
  await expect(told(supporter).getByText(/^Nagekomen op/)).toBeVisible();
  expect(await mailsOf(supporter, `De gemeente heeft iets toegezegd: ${title}`)).toHaveLength(1);

  await supporter.goto('/kernen/rumpt');
  await supporter.getByRole('link', { name: /toezeggingen op tijd nagekomen/ }).click();
  await expect(supporter).toHaveURL(/\/toezeggingen\?kern=rumpt/);
  await expect(supporter.getByRole('heading', { name: what })).toBeVisible();
  await supporter.getByText('Bekijk de cijfers per dorp en thema').click();
  await expect(supporter.getByRole('table', { name: 'Per dorp' })).toBeVisible();
  await expectAccessibleEverywhere(supporter);
  await expectNoSideways(supporter);
  await supporter.getByLabel('Stand').selectOption('Te laat');
  await supporter.getByRole('button', { name: 'Toon' }).click();
  await expect(supporter).toHaveURL(/stand=late/);
});

test('who finished a point tells how it went, to everybody at once, and tells it better', async ({ people }) => {
  const title = 'Een fluisterbankje bij de kerk';
  const broker = await people.inRole('broker', 'rumpt');
  const author = await people.newcomer('Bedacht in Rumpt', 'rumpt', { viewport: { width: 360, height: 740 } });
  const id = await wish(author, broker, { title });
  for (const [action, data] of [
    ['explore', undefined],
    ['put-on-agenda', undefined],
    ['plan', { teamId: null, executor: null, dueOn: dayFromNow(30) }],
    ['start', undefined],
  ] as const) {
    const { version } = await done<{ version: number }>(broker.request.get(`/api/v1/proposals/${id}`));
    const headers = { 'If-Match': `"${version}"` };
    await done(broker.request.post(`/api/v1/proposals/${id}/${action}`, { headers, ...(data && { data }) }));
  }
  await openPoint(author, id);
  await openPoint(broker, id);
  await broker.getByRole('button', { name: 'Meld dat dit gedaan is' }).click();
  await broker.getByLabel('Wat is er gedaan?').fill('Het bankje staat er.');
  await broker.getByRole('button', { name: 'Meld dat dit gedaan is' }).last().click();
  await broker.getByRole('button', { name: 'Vertel hoe het ging' }).click();
  await broker.getByRole('button', { name: 'Plaats het verhaal' }).click();
  await expect(broker.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(broker);
  await broker.getByLabel('Hoe was het?').fill('Er was nergens plek om te zitten.');
  await broker.reload();
  await expect(broker.getByLabel('Hoe was het?')).toHaveValue('Er was nergens plek om te zitten.');
  await broker.getByLabel('Hoe is het nu?').fill('Elke avond zitten er mensen te praten.');
  await broker.getByLabel('Wat kostte het?').fill('1.250,50');
  await broker.getByLabel('Wie bedankt u?').fill('De timmerclub');
  await broker.getByRole('button', { name: 'Plaats het verhaal' }).click();

  await expect(told(author).getByRole('heading', { name: 'Zo is het gegaan' })).toBeVisible();
  await expect(told(author).getByText('Het kostte € 1.250,50.')).toBeVisible();
  await expect(told(author).getByText('De timmerclub')).toBeVisible();
  await expectAccessibleEverywhere(author);
  await expectNoSideways(author);

  await broker.getByRole('button', { name: 'Verander het verhaal' }).click();
  await broker.getByLabel('Wie bedankt u?').fill('De timmerclub en de kerk');
  await broker.getByRole('button', { name: 'Plaats het verhaal' }).click();
  await expect(told(author).getByText('De timmerclub en de kerk')).toBeVisible();
});

test('a link that works no longer says so, and changes nothing', async ({ people }) => {
  const visitor = await people.visitor();
  await visitor.goto('/klopt-nog');
  await expect(visitor.getByText('Deze link werkt niet meer')).toBeVisible();
  await expectAccessibleEverywhere(visitor);
});
