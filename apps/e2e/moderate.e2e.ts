import { expect, tabTo, test } from './journey';
import { openPoint, submit } from './points';

test('refused, and fair: the author reads which sentence, which rule and what can be done, edits, and is read again', async ({
  people,
}) => {
  const title = 'Het bruggetje moet open voor de buurt';
  const author = await people.newcomer('Nieuw in Enspijk', 'enspijk');
  const id = await submit(author, { title, body: 'Wandelaars lopen nu om. Vraag het maar aan Kees van nummer 4.' });
  await openPoint(author, id);

  const page = await people.inRole('broker', 'enspijk');
  await page.goto('/werkplek');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Weiger met uitleg' }).click();
  await page.getByRole('button', { name: '‘Vraag het maar aan Kees van nummer 4.’' }).click();
  await page.getByLabel('Om welke regel gaat het?').selectOption({ label: 'Er staan gegevens in van iemand anders.' });
  await page.getByRole('button', { name: 'Tekstblok: Zonder namen' }).click();
  await page.locator('form').getByRole('button', { name: 'Weiger met uitleg' }).click();
  await expect(page.getByText(`‘${title}’ is geweigerd.`).last()).toBeVisible();

  await expect(author.getByRole('heading', { name: 'Uitleg van de gebiedsmakelaar' })).toBeVisible();
  await expect(author.getByText('‘Vraag het maar aan Kees van nummer 4.’')).toBeVisible();
  await expect(author.getByText('Er staan gegevens in van iemand anders.')).toBeVisible();
  await expect(author.getByText('Haal namen, adressen en nummers', { exact: false })).toBeVisible();
  const visitor = await people.visitor();
  expect((await visitor.request.get(`/api/v1/proposals/${id}`)).status()).toBe(404);

  await author.getByRole('link', { name: 'Pas aan' }).click();
  await author.getByLabel('Waarom is dit nodig?').fill('Wandelaars lopen nu een half uur om.');
  await author.getByRole('button', { name: 'Verder naar controleren' }).click();
  await author.getByRole('button', { name: 'Stuur in' }).click();
  await expect(author.getByRole('heading', { name: 'Uw voorstel is binnen' })).toBeVisible();

  await page.getByRole('link', { name: title }).click();
  await expect(page.getByText('Wandelaars lopen nu een half uur om.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Plaats' }).click();
  await author.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(author.locator('.ka-facts')).toContainText('Wens');
});

test('a decision is taken back within ten seconds, and the author sees it being read again', async ({ people }) => {
  const title = 'Een ruilhoek voor boeken in het station';
  const author = await people.newcomer('Nieuw in Gellicum', 'gellicum');
  const id = await submit(author, { title });
  const page = await people.inRole('broker', 'gellicum');
  await page.goto('/werkplek');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Plaats' }).click();
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Plaats' })).toBeVisible();
  await openPoint(author, id);
  await expect(author.getByText('Ingestuurd, wordt gelezen')).toBeVisible();
});

test('what one broker reads shows at once as taken to a colleague, and is free again when it is left', async ({
  people,
}) => {
  const title = 'Een voederplank voor vogels bij de kerk';
  const first = await people.inRole('broker', 'est');
  const second = await people.inRole('broker', 'est');
  await submit(await people.newcomer('Nieuw in Est', 'est'), { title });

  await second.goto('/werkplek');
  const row = second.getByRole('listitem').filter({ hasText: title });
  await expect(row).toBeVisible();
  await first.goto('/werkplek');
  await first.getByRole('link', { name: title }).click();
  await expect(first.getByText('U leest dit.')).toBeVisible();
  await expect(row).toContainText('Gebiedsmakelaar van Est leest dit nu');
  await row.getByRole('link').click();
  await expect(second.getByText('Kies een ander voorstel.', { exact: false })).toBeVisible();
  await expect(second.getByRole('button', { name: 'Plaats' })).toHaveCount(0);

  await first.goto('/');
  await expect(row).not.toContainText('leest dit nu');
  await second.getByRole('button', { name: 'Ik lees dit' }).click();
  await second.getByRole('button', { name: 'Plaats' }).click();
  await expect(row).toHaveCount(0);
});

test('with the keyboard alone a resident proposes and a broker approves', async ({ people }) => {
  const title = 'Een bloembak bij de brievenbus';
  const resident = await people.visitor();
  await resident.goto('/kernen/haaften');
  await tabTo(resident, resident.getByLabel('Wat wenst u voor Haaften?'));
  await resident.keyboard.type(title);
  await resident.keyboard.press('Enter');
  await expect(resident.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(resident, resident.getByLabel('Waarom is dit nodig?'));
  await resident.keyboard.type('Dan is de hoek minder grijs.');
  await tabTo(resident, resident.getByRole('button', { name: 'Verder naar controleren' }));
  await resident.keyboard.press('Enter');
  await tabTo(resident, resident.getByRole('button', { name: 'Log in en stuur in' }));
  await resident.keyboard.press('Enter');
  await expect(resident.getByRole('heading', { level: 1 })).toHaveText('Inloggen');
  await tabTo(resident, resident.getByRole('button', { name: 'Bewoner Haaften' }));
  await resident.keyboard.press('Enter');
  await tabTo(resident, resident.getByRole('button', { name: 'Stuur in' }));
  await resident.keyboard.press('Enter');
  await expect(resident.getByRole('heading', { name: 'Uw voorstel is binnen' })).toBeVisible();
  await tabTo(resident, resident.getByRole('link', { name: 'Bekijk uw voorstel' }));
  await resident.keyboard.press('Enter');
  await expect(resident.getByText('Ingestuurd, wordt gelezen')).toBeVisible();

  const page = await people.inRole('broker', 'haaften');
  // The seconds in which a decision can be taken back stand still here.
  await page.clock.setFixedTime(new Date());
  await page.goto('/werkplek');
  await tabTo(page, page.getByRole('link', { name: title }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Plaats' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(`‘${title}’ is geplaatst.`).last()).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Maak ongedaan' }));
  await expect(resident.locator('.ka-facts')).toContainText('Wens');
});
