import type { Page } from '@playwright/test';
import { expect, expectAccessible, signInAs, test } from './journey';
import { wish } from './points';

async function openPoint(page: Page, village: string, title: string): Promise<void> {
  const answer = await page.request.get(`/api/v1/proposals?village=${village}&limit=100`);
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  await page.goto(`/voorstellen/${items.find((point) => point.title === title)?.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

test('a question has somebody who answers and a day; its asker sees the answer without reload', async ({ people }) => {
  const title = 'Een deelkast voor gereedschap';
  const question = 'Mag iemand uit een ander dorp ook lenen?';
  const asker = await people.as('Bewoner Spijk');
  await openPoint(asker, 'deil', title);
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  await openPoint(broker, 'deil', title);

  await asker.getByLabel('Ik heb een vraag').check();
  await asker.getByLabel('Wat wilt u weten?').fill(question);
  await asker.reload();
  await expect(asker.getByLabel('Wat wilt u weten?')).toHaveValue(question);
  await asker.getByRole('button', { name: 'Plaats' }).click();
  const asked = asker.getByRole('listitem').filter({ hasText: question });
  await expect(asked.getByText(/De gebiedsmakelaar antwoordt uiterlijk/)).toBeVisible();

  const seen = broker.getByRole('listitem').filter({ hasText: question });
  await seen.getByRole('button', { name: 'Antwoord' }).click();
  await seen.getByRole('textbox', { name: 'Uw antwoord' }).fill('Ja, dat mag. Vraag het bij het dorpshuis.');
  await expectAccessible(broker);
  await seen.locator('form').getByRole('button', { name: 'Antwoord' }).click();
  await expect(asked.getByText('Ja, dat mag. Vraag het bij het dorpshuis.')).toBeVisible();
  await expectAccessible(asker);
});

test('a question is handed to a team; its official finds it, answers, and it is off the list', async ({ people }) => {
  const question = 'Wie maait straks het gras om het bankje?';
  const asker = await people.newcomer('Nieuw in Heesselt', 'heesselt');
  const broker = await people.inRole('broker', 'heesselt');
  const id = await wish(asker, broker, { title: 'Een bankje bij de veerstoep' });
  const path = `/voorstellen/${id}`;
  await asker.goto(path);
  await asker.getByLabel('Ik heb een vraag').check();
  await asker.getByLabel('Wat wilt u weten?').fill(question);
  await asker.getByRole('button', { name: 'Plaats' }).click();
  const asked = asker.getByRole('listitem').filter({ hasText: question });
  await expect(asked).toContainText('De gebiedsmakelaar antwoordt uiterlijk');

  await broker.goto('/werkplek');
  await broker.getByRole('region', { name: 'Vragen die op antwoord wachten' }).getByRole('link').click();
  const seen = broker.getByRole('listitem').filter({ hasText: question });
  await seen.getByRole('button', { name: 'Geef door' }).click();
  await seen.getByLabel('Wie antwoordt?').selectOption({ label: 'Team Openbare ruimte' });
  await expectAccessible(broker);
  await seen.locator('form').getByRole('button', { name: 'Geef door' }).click();
  await expect(asked).toContainText('Team Openbare ruimte antwoordt uiterlijk');

  const official = await people.as('Medewerker openbare ruimte');
  await official.goto('/mijn');
  const waiting = official.getByRole('region', { name: 'Vragen die op antwoord wachten' });
  await expect(waiting.getByText(question)).toBeVisible();
  await expectAccessible(official);
  await waiting.getByRole('link', { name: 'Een bankje bij de veerstoep' }).click();
  const theirs = official.getByRole('listitem').filter({ hasText: question });
  await theirs.getByRole('button', { name: 'Antwoord' }).click();
  await theirs.getByRole('textbox', { name: 'Uw antwoord' }).fill('Onze ploeg, om de twee weken.');
  await theirs.locator('form').getByRole('button', { name: 'Antwoord' }).click();
  await expect(asked).toContainText('Antwoord van Medewerker openbare ruimte, gemeente');
  await official.goto('/mijn');
  await expect(official.getByRole('heading', { name: 'Vragen die op antwoord wachten' })).toBeVisible();
  await expect(official.getByText(question)).toHaveCount(0);
});

test('what the broker hides is gone for readers at once, and its author reads why', async ({ people }) => {
  const title = 'Een watertappunt bij het sportveld';
  const words = 'Bel mijn buurman maar, die woont op nummer 12.';
  const author = await people.as('Bewoner Spijk');
  await openPoint(author, 'tricht', title);
  await author.getByLabel('Wat wilt u zeggen?').fill(words);
  await author.getByRole('button', { name: 'Plaats' }).click();
  const reader = await people.visitor();
  await openPoint(reader, 'tricht', title);
  await expect(reader.getByText(words)).toBeVisible();

  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  await openPoint(broker, 'tricht', title);
  const seen = broker.getByRole('listitem').filter({ hasText: words });
  await seen.getByRole('button', { name: 'Verberg' }).click();
  await seen.locator('form').getByRole('button', { name: 'Verberg' }).click();
  await expect(seen.getByRole('link', { name: 'Schrijf minstens 5 letters.' })).toBeVisible();
  await expectAccessible(broker);
  await seen.getByRole('textbox').fill('Er staat iets in over iemand anders.');
  await seen.locator('form').getByRole('button', { name: 'Verberg' }).click();
  await expect(reader.getByText(words)).toHaveCount(0);
  await expect(author.getByText(/Waarom: Er staat iets in over iemand anders/)).toBeVisible();
});

test('help is offered in the open, and how to reach the helper comes after both said yes', async ({ people }) => {
  const title = 'Een deelkast voor gereedschap';
  const offer = 'Ik timmer graag mee aan de kast.';
  const helper = await people.as('Bewoner Haaften', { viewport: { width: 360, height: 740 } });
  await openPoint(helper, 'deil', title);
  await helper.getByLabel('Ik help mee').check();
  await helper.getByLabel('Waarmee kunt u helpen?').fill(offer);
  await helper.getByRole('button', { name: 'Plaats' }).click();
  const author = await people.as('Bewoner Deil');
  await openPoint(author, 'deil', title);
  const offered = author.getByRole('listitem').filter({ hasText: offer });
  await expect(offered.getByText('bewoner.haaften@example.org')).toHaveCount(0);
  await offered.getByRole('button', { name: 'Ja, graag' }).click();
  await offered.getByRole('button', { name: 'Toon e-mailadres' }).click();
  await expect(offered.getByText('bewoner.haaften@example.org')).toBeVisible();
  await expect(
    helper
      .getByRole('listitem')
      .filter({ hasText: offer })
      .getByText(/Afgesproken/),
  ).toBeVisible();
  await expectAccessible(helper);
});

test('talk can be read, and its form asked for again, when the connection fails under it', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  await signInAs(page, 'Bewoner Spijk');
  await page.route(/talk-parts.*\.js$/, (route) => route.abort(), { times: 1 });
  await openPoint(page, 'deil', 'Een deelkast voor gereedschap');
  await page.getByRole('alert').getByRole('button').click();
  await expect(page.getByLabel('Wat wilt u zeggen?')).toBeVisible();
  await page.close();
});
