import { expect, expectAccessible, expectNoSideways, test } from './journey';
import { wish } from './points';

test('a resident writes to the municipality, the broker answers, the resident reads it without a reload', async ({
  people,
}) => {
  const title = 'De bus rijdt niet meer op zondag';
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  await broker.goto('/berichten');
  await expect(broker.getByRole('heading', { level: 1 })).toHaveText('Berichten');
  await expectAccessible(broker);

  const resident = await people.as('Bewoner Tricht', { viewport: { width: 320, height: 740 } });
  await resident.goto('/berichten');
  await resident.getByRole('link', { name: 'Schrijf de gebiedsmakelaar van Tricht' }).click();
  await expect(resident.getByRole('heading', { level: 2, name: /Stuur de gebiedsmakelaar/ })).toBeVisible();
  await resident.getByRole('button', { name: 'Verstuur' }).click();
  await expect(resident.getByRole('link', { name: /Schrijf waar het over gaat/ })).toBeVisible();
  await expectAccessible(resident);
  await resident.getByLabel('Waar gaat het over?').fill(title);
  await resident.getByLabel('Uw bericht').fill('Komt hij nog terug?');
  await resident.reload();
  await expect(resident.getByLabel('Uw bericht')).toHaveValue('Komt hij nog terug?');
  await resident.getByRole('button', { name: 'Verstuur' }).click();
  await expect(resident.getByRole('heading', { level: 2, name: title })).toBeVisible();

  const arrived = broker.getByRole('link', { name: title });
  await expect(arrived).toContainText('1 nieuw');
  await arrived.click();
  await expect(broker.getByText('Komt hij nog terug?', { exact: true }).last()).toBeVisible();
  await expect(arrived).not.toContainText('1 nieuw');
  await broker.getByLabel('Uw antwoord').fill('Ja, vanaf mei.');
  await broker.getByRole('button', { name: 'Verstuur' }).click();
  await expect(broker.getByLabel('Uw antwoord')).toHaveValue('');
  await expectAccessible(broker);

  const answers = resident.getByRole('list', { name: 'Berichten in dit gesprek' }).getByRole('listitem');
  await expect(answers.first()).toContainText('Ja, vanaf mei.');
  await expect(answers.first()).toContainText('Gebiedsmakelaar van Tricht');
  await expectAccessible(resident);
  await expectNoSideways(resident);
});

test('the secretary of a village writes to the group of another, and invites who proposed it', async ({ people }) => {
  const title = 'Samen een rouwauto voor de kerkhoven';
  const point = 'Een rouwauto die iedereen kan lenen';
  const resident = await people.newcomer('Denkt mee in Spijk', 'spijk', { viewport: { width: 320, height: 740 } });
  await wish(resident, await people.inRole('broker', 'spijk'), { title: point });
  const secretary = await people.as('Secretaris Tricht');
  await secretary.goto('/berichten');
  await secretary.getByRole('link', { name: 'Schrijf een ander dorp' }).click();
  await secretary.getByRole('button', { name: 'Verstuur' }).click();
  await expect(secretary.getByRole('link', { name: 'Kies het dorp dat u schrijft.' })).toBeVisible();
  await expectAccessible(secretary);
  await secretary.getByLabel('Welk dorp?').selectOption('Spijk');
  await secretary.getByLabel('Waar gaat het over?').fill(title);
  await secretary.getByLabel('Uw bericht').fill('Doet uw groep mee?');
  await secretary.getByRole('button', { name: 'Verstuur' }).click();
  await expect(secretary.getByRole('heading', { level: 2, name: title })).toBeVisible();
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 2');
  await broker.goto('/berichten?zoek=rouwauto');
  await broker.getByRole('link', { name: title }).click();
  await expect(broker.getByText('Doet uw groep mee?').last()).toBeVisible();
  await expect(broker.getByText('Kernagendagroep Spijk').last()).toBeVisible();

  await resident.goto('/berichten');
  await expect(resident.getByRole('link', { name: title })).toHaveCount(0);
  await secretary.getByRole('button', { name: 'Nodig iemand uit' }).click();
  await secretary.getByLabel('Wie nodigt u uit?').selectOption({ label: `Denkt mee in Spijk, van “${point}”` });
  await secretary.getByRole('button', { name: 'Nodig uit', exact: true }).click();
  await expect(secretary.getByText(/Schrijf een bericht van hoogstens/).first()).toBeVisible();
  await expectAccessible(secretary);
  await secretary.getByLabel('Uw bericht').fill('U stelde dit voor. Denkt u mee?');
  await secretary.getByRole('button', { name: 'Nodig uit', exact: true }).click();
  await expect(secretary.getByText('U stelde dit voor. Denkt u mee?').last()).toBeVisible();

  await resident.getByRole('link', { name: title }).click();
  await expect(resident.getByText('Doet uw groep mee?').last()).toBeVisible();
  await expect(resident.getByRole('button', { name: 'Nodig iemand uit' })).toHaveCount(0);
  await resident.getByLabel('Uw antwoord').fill('Graag, ik kom langs.');
  await resident.getByRole('button', { name: 'Verstuur' }).click();
  await expect(secretary.getByText('Graag, ik kom langs.').last()).toBeVisible();
  await expectAccessible(resident);
  await expectNoSideways(resident);
});

test('who left a thread keeps what was said, and cannot write any more', async ({ people }) => {
  const page = await people.as('Bewoner Deil');
  await page.goto('/berichten?gesprek=nieuw');
  await page.getByLabel('Waar gaat het over?').fill('Wie maait de berm?');
  await page.getByLabel('Uw bericht').fill('Het gras staat hoog.');
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await page.getByRole('button', { name: 'Stop met dit gesprek' }).click();
  await page.getByRole('button', { name: 'Ja, ik stop' }).click();
  await expect(page.getByText('U deed tot hier mee aan dit gesprek.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Uw antwoord')).toHaveCount(0);
  await expect(page.getByText('Het gras staat hoog.').last()).toBeVisible();
});
