import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';

const title = 'Een podium voor het zomerfeest';
const plan = 'Wij bouwen zelf een podium van hout. Het hout kost 900 euro, de lampen 300 euro.';

async function findPoint(page: Page): Promise<{ readonly id: string; readonly title: string }> {
  const path = '/api/v1/proposals?village=acquoy&agendaState=on_agenda';
  const { items } = await done<{ items: readonly { id: string; title: string }[] }>(page.request.get(path));
  const [point] = items;
  if (!point) throw new Error('Acquoy has no point');
  return point;
}

/** The newest mail to who is signed in here with these words in its subject. */
async function mailAbout(page: Page, words: string): Promise<string> {
  const { person } = await done<{ person: { email: string } }>(page.request.get('/api/v1/me'));
  const path = `/api/v1/demo/mail?to=${encodeURIComponent(person.email)}`;
  const { items } = await done<{ items: readonly { subject: string; text: string }[] }>(page.request.get(path));
  return items.find(({ subject }) => subject.includes(words))?.text ?? '';
}

test('money of the village is asked for from a point, advised on, decided by mandate, and public', async ({
  people,
}) => {
  const resident = await people.newcomer('Bewoner met een plan', 'acquoy', { viewport: { width: 360, height: 740 } });
  const point = await findPoint(resident);
  await resident.goto(`/voorstellen/${point.id}`);
  await resident.getByRole('link', { name: 'Vraag geld uit het dorpsbudget voor dit punt' }).click();
  await expect(resident.getByRole('heading', { level: 1, name: 'Dorpsbudget van Acquoy' })).toBeVisible();
  await resident.getByRole('button', { name: 'Vraag geld aan' }).click();
  await resident.getByRole('button', { name: 'Stuur de aanvraag in' }).click();
  await expect(resident.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(resident);
  await resident.getByLabel('Waarvoor vraagt u geld?').fill(title);
  await resident.getByLabel('Wat gaat u doen, met wie, en wat kost wat?').fill(plan);
  await resident.reload();
  await expect(resident.getByLabel('Waarvoor vraagt u geld?')).toHaveValue(title);
  await expect(resident.getByLabel('Bij welk punt hoort het?')).toHaveValue(point.id);
  await resident.getByLabel('Hoeveel vraagt u?').fill('1.200,50');
  await resident.getByLabel('Is het nieuw?').selectOption('new');
  await resident.getByLabel('Wanneer begint het?').fill('2030-06-20');
  await resident.getByLabel('Iedereen in het dorp kan meedoen').check();
  await resident.getByLabel('Hoe bent u te bereiken?').fill('0345 00 00 00');
  await resident.getByRole('button', { name: 'Stuur de aanvraag in' }).click();
  await expect(resident.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const reference = /KB-\d{4}-\d{4}/.exec((await resident.locator('.ka-crumb').textContent()) ?? '')?.[0] ?? '';
  expect(reference).not.toBe('');
  await expectAccessibleEverywhere(resident);
  await expectNoSideways(resident);
  const path = new URL(resident.url()).pathname;
  await expect.poll(() => mailAbout(resident, `Ontvangen: uw aanvraag ${reference}`)).toContain(plan);

  const stranger = await people.newcomer('Bewoner die niets vroeg', 'acquoy');
  const unknown = await stranger.request.get(`/api/v1/budget-applications/${path.split('/').at(-1)}`);
  expect(unknown.status()).toBe(404);

  const broker = await people.inRole('broker', 'acquoy');
  await broker.goto('/werkplek');
  await broker.getByRole('link', { name: 'Aanvragen voor het dorpsbudget' }).click();
  await expectAccessible(broker);
  await broker.getByRole('link', { name: title }).click();
  await broker.getByRole('button', { name: 'Geef advies' }).click();
  await broker.getByLabel('Uw advies').selectOption('yes');
  await broker.getByLabel('Waarom?').fill('Het hele dorp viert dit feest.');
  await broker.getByRole('button', { name: 'Geef advies' }).last().click();
  await expect(broker.getByText('Het hele dorp viert dit feest.')).toBeVisible();
  await expect(broker.getByRole('button', { name: 'Beslis' })).toHaveCount(0);

  const official = await people.as('Medewerker openbare ruimte');
  await official.goto(path);
  await official.getByRole('button', { name: 'Beslis' }).click();
  await expect(official.getByLabel('Welk bedrag kent u toe?')).toHaveValue('1200,50');
  await official.getByLabel('Welk bedrag kent u toe?').fill('1000');
  await official.getByRole('button', { name: 'Neem dit besluit' }).click();
  await expect(official.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(official);
  await official.getByRole('textbox', { name: 'Waarom?' }).fill('De lampen zijn te leen bij het dorpshuis.');
  await official.getByRole('button', { name: 'Neem dit besluit' }).click();
  await expect(official.getByText('€ 1.000 van de gevraagde € 1.200,50 is toegekend.')).toBeVisible();
  await expectAccessible(official);

  await expect.poll(() => mailAbout(resident, `Besluit over uw aanvraag ${reference}`)).toContain('bezwaar maken');
  await resident.reload();
  await expect(resident.getByText(/Maak bezwaar tot en met/)).toBeVisible();

  const visitor = await people.visitor({ javaScriptEnabled: false });
  await visitor.goto('/kernen/acquoy/budget');
  await expect(visitor.getByText(title)).toBeVisible();
  await expect(visitor.getByText('Bewoner met een plan')).toHaveCount(0);
  await expect(visitor.getByText(/In \d{4} is er nog €\s4\.000/)).toBeVisible();
});

test('the rules of the village budget are read and changed by the administrator', async ({ people }) => {
  const admin = await people.as('Beheerder');
  await admin.goto('/beheer/dorpsbudget');
  await expect(admin.getByText('hoogstens € 2.000 per plan')).toBeVisible();
  await admin.getByRole('button', { name: 'Nieuwe regel' }).click();
  await admin.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(admin.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(admin);
});
