import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';
import { mailsOf } from './mails';
import { openPoint, wish } from './points';

const narrow = { viewport: { width: 360, height: 740 } } as const;
const dayBefore = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const told = (page: Page) => page.getByRole('region', { name: 'Wat zegt de gemeente?' });

test('whether a point can be done is written down, told once, and read with what was found before', async ({
  people,
}) => {
  test.slow();
  const title = 'Een schaakbord van stoeptegels';
  const [first, second] = ['De plek is nog niet gekozen.', 'Het kan als de bloembakken een meter opschuiven.'];
  const broker = await people.inRole('broker', 'beesd');
  const id = await wish(await people.newcomer('Nieuw in Beesd', 'beesd'), broker, { title });
  const supporter = await people.newcomer('Steunt in Beesd', 'beesd', narrow);
  await openPoint(supporter, id);
  await supporter.getByRole('button', { name: 'Ik steun dit' }).click();
  await expect(supporter.getByText('U volgt dit, want u steunt dit punt.')).toBeVisible();

  await openPoint(broker, id);
  await broker.getByRole('button', { name: 'Begin met verkennen' }).click();
  await broker.getByRole('button', { name: 'Schrijf op of dit kan' }).click();
  await broker.getByRole('button', { name: 'Sla op' }).click();
  await expect(broker.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(broker);
  await broker.getByLabel('Kan het?').selectOption('nog niet bekend');
  await broker.getByLabel('Wat hebt u gevonden?').fill(first);
  await broker.getByLabel('Wanneer is er gekeken?').fill(dayBefore(2));
  await broker.reload();
  await expect(broker.getByLabel('Wat hebt u gevonden?')).toHaveValue(first);
  await broker.getByRole('button', { name: 'Sla op' }).click();
  await expect(told(broker).getByRole('heading', { name: 'Haalbaar: nog niet bekend' })).toBeVisible();

  await expect(told(supporter).getByText(first)).toBeVisible();
  await expectNoSideways(supporter);
  await expect
    .poll(() => mailsOf(supporter, `Er is gekeken of dit kan: ${title}`), { timeout: 25_000 })
    .toHaveLength(1);

  await broker.getByRole('button', { name: 'Schrijf op of dit kan' }).click();
  await broker.getByLabel('Kan het?').selectOption('onder voorwaarden');
  await broker.getByLabel('Wat hebt u gevonden?').fill(second);
  await broker.getByLabel('Wat kost het ongeveer?').fill('1.500');
  await broker.getByRole('button', { name: 'Sla op' }).click();

  await expect(told(supporter).getByRole('heading', { name: 'Haalbaar: onder voorwaarden' })).toBeVisible();
  await expect(told(supporter).getByText(second)).toBeVisible();
  await expect(told(supporter).getByText(/^Het kost ongeveer €\s1\.500/)).toBeVisible();
  await expect(told(supporter).getByText(first)).toBeHidden();
  await told(supporter).getByText('Wat er eerder is gevonden').click();
  await expect(told(supporter).getByText(first)).toBeVisible();
  await expectAccessibleEverywhere(supporter);

  await supporter.goto('/kernen/beesd/agenda');
  await expect(supporter.getByText(/^Haalbaar: onder voorwaarden \(bekeken op/)).toBeVisible();
  await expectAccessible(supporter);
});

test('one answer that is hidden is gone at once, its author reads why, and it can be shown again', async ({
  people,
}) => {
  test.slow();
  const title = 'Een windorgel aan de waterkant';
  const [text, reason] = ['Bel voor het orgel met 06 1234.', 'Er staat een telefoonnummer in.'];
  const broker = await people.inRole('broker', 'buurmalsen');
  const id = await wish(await people.newcomer('Nieuw in Buurmalsen', 'buurmalsen'), broker, { title });
  const alderman = await people.as('Wethouder');
  await openPoint(alderman, id);
  await alderman.getByRole('button', { name: 'Geef antwoord' }).click();
  await alderman.getByLabel('Wat is het antwoord?').fill(text);
  await alderman.getByLabel('Waarom?').fill('Een orgel maakt de oever gezellig.');
  await alderman.getByRole('button', { name: 'Plaats antwoord' }).click();
  const reader = await people.visitor(narrow);
  await openPoint(reader, id);
  await expect(told(reader).getByText(text)).toBeVisible();

  await openPoint(broker, id);
  await told(broker)
    .getByRole('button', { name: /^Verberg antwoord/ })
    .click();
  await broker.getByLabel('Waarom verbergt u dit?').fill(reason);
  await expectAccessible(broker);
  await broker.locator('form').getByRole('button', { name: 'Verberg' }).click();
  await expect(told(broker).getByText(reason)).toBeVisible();

  await expect(told(reader).getByText('Verborgen door de gebiedsmakelaar.')).toBeVisible();
  await expect(reader.getByText('06 1234')).toHaveCount(0);
  await expect(reader.getByText(reason)).toHaveCount(0);
  await expectAccessibleEverywhere(reader);
  const page = await done<object>(reader.request.get(`/api/v1/proposals/${id}/promises`));
  expect(JSON.stringify(page)).not.toContain('06 1234');

  const subject = `Uw antwoord voor de gemeente is niet meer zichtbaar: ${title}`;
  await expect.poll(() => mailsOf(alderman, subject), { timeout: 25_000 }).toHaveLength(1);
  const [mail] = await mailsOf(alderman, subject);
  expect(mail?.text).toContain(reason);
  expect(mail?.text).not.toContain('06 1234');
  await alderman.goto('/mijn/meldingen');
  const line = alderman.getByRole('listitem').filter({ hasText: title });
  await expect(line.getByText('Uw antwoord voor de gemeente is niet meer zichtbaar')).toBeVisible();
  await expectAccessible(alderman);
  await line.getByRole('link', { name: title }).click();
  await expect(told(alderman).getByText(text)).toBeVisible();
  await expect(told(alderman).getByText(`Waarom: ${reason}`)).toBeVisible();
  await expectAccessible(alderman);

  await told(broker)
    .getByRole('button', { name: /^Toon weer/ })
    .click();
  await broker.locator('form').getByRole('button', { name: 'Toon weer' }).click();
  await expect(told(reader).getByText(text)).toBeVisible();
  await expect(told(reader).getByText('Verborgen door de gebiedsmakelaar.')).toHaveCount(0);
  await expect(told(alderman).getByText(`Waarom: ${reason}`)).toHaveCount(0);
  expect(await mailsOf(alderman, subject)).toHaveLength(1);
});
