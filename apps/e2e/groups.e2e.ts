import { expect, expectAccessible, expectNoSideways, test } from './journey';

test('a group is made and shown on the page of its village, and a chair who stops hands over', async ({ people }) => {
  // Each run has a village of its own: a village has one group at a time.
  const [slug, name] = [
    ['rumpt', 'Rumpt'],
    ['rhenoy', 'Rhenoy'],
    ['enspijk', 'Enspijk'],
  ][test.info().repeatEachIndex % 3] as [string, string];
  const chair = await people.inRole('chair', slug, { viewport: { width: 360, height: 740 } });
  const member = await people.inRole('group_member', slug);
  const admin = await people.as('Beheerder');

  await admin.goto('/beheer/groepen');
  await admin.getByRole('form', { name: 'Nieuwe groep' }).getByLabel('Naam van de groep').fill(`Dorpsraad ${name}`);
  await admin.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(admin.getByRole('link', { name: 'Kies ten minste één dorp.' })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByLabel(name, { exact: true }).check();
  await admin.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(admin.getByRole('heading', { name: `Dorpsraad ${name}` })).toBeVisible();
  await expect(admin.getByLabel(`Wat is Voorzitter van ${name}?`)).toHaveValue('chair');

  await chair.goto(`/kernen/${slug}`);
  await expect(chair.getByText(`Dorpsraad ${name}`)).toBeVisible();
  await expect(chair.getByText(`Voorzitter: Voorzitter van ${name}. 2 leden.`)).toBeVisible();
  await chair.getByRole('button', { name: 'Ik stop als voorzitter' }).click();
  await chair.getByRole('button', { name: 'Draag over' }).click();
  await expect(chair.getByRole('link', { name: 'Kies een lid van uw groep.' })).toBeVisible();
  await expectAccessible(chair);
  await expectNoSideways(chair);
  await chair.getByLabel('Wie wordt de voorzitter?').selectOption({ label: `Groepslid van ${name}` });
  await chair.getByRole('button', { name: 'Draag over' }).click();
  await expect(chair.getByText(`Groepslid van ${name} heeft het nu van u overgenomen.`)).toBeVisible();
  await expect(chair.getByRole('button', { name: 'Ik stop als voorzitter' })).toHaveCount(0);

  await member.goto(`/kernen/${slug}`);
  await expect(member.getByText(`Voorzitter: Groepslid van ${name}. 1 lid.`)).toBeVisible();
  await expect(member.getByRole('button', { name: 'Ik stop als voorzitter' })).toBeVisible();
});

test('mandates and rules for buying are kept with amounts, days and sources', async ({ people }) => {
  const page = await people.as('Beheerder', { viewport: { width: 320, height: 640 } });
  await page.goto('/beheer/mandaten');
  await expect(page.getByText('tot en met € 25.000')).toBeVisible();
  await page.getByLabel('Wie krijgt het mandaat?').selectOption({ label: 'Medewerker openbare ruimte' });
  await page.getByLabel('Tot en met welk bedrag?').fill('veel');
  await page.getByRole('button', { name: 'Geef dit mandaat' }).click();
  await expect(page.getByRole('link', { name: /Vul een bedrag in/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);

  await page.goto('/beheer/drempels');
  await expect(page.getByRole('heading', { name: 'Openbaar vragen in heel Europa, vanaf € 216.000' })).toBeVisible();
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(page.getByRole('link', { name: 'Vul een adres in dat begint met https://.' })).toBeVisible();
  await expectAccessible(page);
  const year = 1990 + test.info().repeatEachIndex;
  await page.getByLabel('Vanaf welk bedrag?').fill('50.000');
  await page.getByLabel('Geldt vanaf').fill(`${year}-01-01`);
  await page.getByLabel('Geldt tot en met').fill(`${year}-12-31`);
  await page.getByLabel('Wie zegt dat?').fill('Het inkoopbeleid van de gemeente');
  await page.getByLabel('Waar staat dat?').fill('https://inkoop.example/beleid');
  await page.getByRole('button', { name: 'Voeg toe' }).click();
  await expect(page.getByText(`1 januari ${year} tot en met 31 december ${year}`)).toBeVisible();
  await expectNoSideways(page);
});
