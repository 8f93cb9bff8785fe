import type { Page } from '@playwright/test';
import { done, expect, expectAccessibleEverywhere, tabTo, test } from './journey';
import type { People } from './journey';
import { wish } from './points';

interface Mail {
  readonly subject: string;
  readonly text: string;
}

const rowOf = (page: Page, label: string) => page.locator('.ka-q').getByRole('link', { name: label });
const pane = (page: Page) => page.getByRole('region', { name: 'Het gekozen signaal' });
const sideOf = (page: Page, village: string) =>
  pane(page)
    .locator('.ka-sides')
    .getByRole('listitem')
    .filter({ hasText: `${village}:` });

/** Nothing like these stands in an agenda of the demo; each journey and each run has one of its own. */
const subjects = {
  together: ['Een wasserette', 'Een stiltetuin', 'Een pottenbakkerij'],
  apart: ['Een poppenkast', 'Een duiventil', 'Een klimmuur'],
} as const;
const subjectOf = (journey: keyof typeof subjects): string => {
  const all = subjects[journey];
  return all[test.info().repeatEachIndex % all.length] ?? all[0];
};

/** The newest mail about villages that were introduced; it leaves ten seconds after the broker introduced them. */
async function questionTo(page: Page, label: string): Promise<Mail> {
  const { person } = await done<{ person: { email: string } }>(page.request.get('/api/v1/me'));
  const path = `/api/v1/demo/mail?to=${encodeURIComponent(person.email)}`;
  const read = async (): Promise<Mail | undefined> => {
    const { items } = await done<{ items: readonly Mail[] }>(page.request.get(path));
    return items.find(({ subject }) => subject.toLowerCase().startsWith(`${label}: samen met`));
  };
  await expect.poll(read, { timeout: 25_000 }).toBeTruthy();
  const mail = await read();
  if (!mail) throw new Error('The mail was there, and is not any more');
  return mail;
}

interface Introduced {
  readonly broker: Page;
  readonly author: Page;
  readonly label: string;
}

/** Somebody in each of two villages wants the same, and the broker of the first introduces them. */
async function introduce(people: People, title: string, here: string, there: string): Promise<Introduced> {
  const broker = await people.inRole('broker', here);
  const author = await people.newcomer(`Nieuw in ${there}`, there);
  await wish(await people.newcomer(`Nieuw in ${here}`, here), broker, { title: `${title} voor iedereen` });
  await wish(author, await people.inRole('broker', there), { title: `${title} bij het dorpshuis` });
  const label = title.replace('Een ', '');
  await broker.goto('/signalen');
  await rowOf(broker, label).click();
  await broker.getByRole('button', { name: 'Stel de dorpen aan elkaar voor' }).click();
  await expect(pane(broker).getByRole('heading', { name: 'Wat zeggen de dorpen?' })).toBeVisible();
  return { broker, author, label };
}

test('a broker introduces two villages: one answers from the mail, the other in the app, and they go on together', async ({
  people,
}) => {
  const secretary = await people.inRole('secretary', 'tuil');
  const { broker, author, label } = await introduce(people, subjectOf('together'), 'tuil', 'hellouw');
  await expect(sideOf(broker, 'Tuil')).toContainText('de kernagendagroep is gevraagd, nog geen antwoord');
  await expect(sideOf(broker, 'Hellouw')).toContainText('wie het punt schreef is gevraagd');
  await broker.getByRole('button', { name: 'Maak ongedaan' }).click();
  await tabTo(broker, broker.getByRole('button', { name: 'Stel de dorpen aan elkaar voor' }));
  await broker.keyboard.press('Enter');
  await expect(sideOf(broker, 'Tuil')).toBeVisible();
  await expectAccessibleEverywhere(broker);

  const { text } = await questionTo(author, label);
  expect(text).toMatch(/Beide gaan over .+\./);
  const link = new URL(/Lees meer en antwoord:\n(\S+)/.exec(text)?.[1] ?? '');
  const reader = await people.visitor({ viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' });
  await reader.goto(link.pathname + link.search);
  await expect(reader.getByRole('heading', { name: 'Doet uw dorp mee?' })).toBeVisible();
  await expectAccessibleEverywhere(reader);
  await reader.getByRole('button', { name: 'Ja, wij kijken samen verder' }).click();
  await expect(reader.getByText('Zodra de andere dorpen antwoorden')).toBeVisible();
  await expectAccessibleEverywhere(reader);
  await reader.reload();
  await expect(reader.getByRole('heading', { name: 'Het antwoord is gegeven' })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Ja, wij kijken samen verder' })).toHaveCount(0);
  await expect(sideOf(broker, 'Hellouw')).toContainText('ja, zei wie het punt schreef (Nieuw in hellouw)');

  await secretary.goto('/mijn/meldingen');
  const told = secretary.getByRole('listitem').filter({ hasText: 'Wilt u dit samen doen met andere dorpen?' });
  await told.getByRole('link', { name: new RegExp(label, 'i') }).click();
  await expect(secretary.getByRole('heading', { name: 'Doet uw dorp mee?' })).toBeVisible();
  await expectAccessibleEverywhere(secretary);
  await secretary.getByRole('button', { name: 'Ja, wij kijken samen verder' }).click();
  await expect(secretary.getByText('Genoeg dorpen zeiden ja.')).toBeVisible();
  await expect(pane(broker)).toContainText('Genoeg dorpen zeiden ja.');
  for (const page of [pane(broker), secretary])
    await expect(page.getByRole('link', { name: /^Naar de samenwerking/ })).toBeVisible();
});

test('the group of a village says no on the board, with a reason, and everybody sees why it ends', async ({
  people,
}) => {
  const secretary = await people.inRole('secretary', 'vuren');
  const { broker, label } = await introduce(people, subjectOf('apart'), 'ophemert', 'vuren');
  await secretary.goto('/');
  await secretary.getByRole('link', { name: 'Signalen' }).click();
  await rowOf(secretary, label).click();
  await sideOf(secretary, 'Vuren').getByRole('button', { name: 'Nee, nu niet' }).click();
  await expect(secretary.getByLabel('Waarom niet?')).toBeFocused();
  await secretary.getByRole('button', { name: 'Verstuur: nee' }).click();
  await secretary.getByRole('link', { name: 'Kies een reden.' }).click();
  await expectAccessibleEverywhere(secretary);
  await secretary.getByLabel('Waarom niet?').selectOption({ label: 'Er is niemand die het kan doen' });
  await secretary.getByLabel('Wilt u iets toelichten?').fill('Onze vrijwilligers zijn al druk.');
  await secretary.reload();
  await expect(secretary.getByLabel('Wilt u iets toelichten?')).toHaveValue('Onze vrijwilligers zijn al druk.');
  await secretary.getByRole('button', { name: 'Verstuur: nee' }).click();
  await expect(pane(secretary)).toContainText('De dorpen gaan hier niet samen mee verder');
  await expect(sideOf(broker, 'Vuren')).toContainText('Er is niemand die het kan doen.');
  await expect(sideOf(broker, 'Vuren')).toContainText('Onze vrijwilligers zijn al druk.');
});
