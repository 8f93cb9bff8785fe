import { readFile } from 'node:fs/promises';
import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';
import { wish } from './points';

test('a broker makes codes, a resident uses the one from the letterbox, and the point tells how many did', async ({
  people,
}) => {
  const broker = await people.inRole('broker', 'asperen');
  await broker.goto('/mijn');
  await broker.getByRole('link', { name: 'Maak codes voor bewoners' }).click();
  await broker.getByRole('button', { name: 'Maak codes', exact: true }).click();
  await broker.getByRole('button', { name: 'Maak de codes' }).click();
  await expect(broker.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(broker);
  await broker.getByLabel('Hoeveel codes?').fill('12');
  await broker.reload();
  await expect(broker.getByLabel('Hoeveel codes?')).toHaveValue('12');
  await broker.getByRole('button', { name: 'Maak de codes' }).click();
  await expect(broker.getByRole('heading', { name: '12 codes voor Asperen' }).first()).toBeVisible();
  await expectAccessibleEverywhere(broker);
  await expectNoSideways(broker);
  const download = broker.waitForEvent('download');
  await broker.getByRole('button', { name: 'Sla op als bestand (CSV)' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  const [, ...cards] = file.trim().split('\r\n');
  expect(cards).toHaveLength(12);
  const [, code = '', address = ''] = (cards[0] ?? '').split(';').map((cell) => cell.replaceAll('"', ''));
  await expect(broker.locator('.ka-code-card__code').first()).toHaveText(code);

  const resident = await people.newcomer('Bewoner met kaart', 'asperen', { viewport: { width: 360, height: 740 } });
  const point = await wish(resident, broker, { title: 'Een klok op het plein van Asperen' });
  await done(resident.request.put(`/api/v1/proposals/${point}/support`));
  const { pathname, search, hash } = new URL(address);
  expect([search, decodeURIComponent(hash)]).toEqual(['', `#code=${code}`]);
  await resident.goto(pathname + hash);
  await expect(resident.getByLabel('Code op de kaart')).toHaveValue(code);
  await expect(resident).toHaveURL(/\/bewoner$/);
  await resident.getByRole('button', { name: 'Ik woon hier' }).click();
  await expect(resident.locator('.ka-errors')).toBeFocused();
  await expectAccessibleEverywhere(resident);
  await expectNoSideways(resident);
  await resident.getByLabel('Uw postcode').fill('4147 AB');
  await resident.getByRole('button', { name: 'Ik woon hier' }).click();
  await expect(resident.getByText('U telt mee als bewoner van Asperen')).toBeVisible();
  await expectAccessible(resident);
  await resident.goto(`/voorstellen/${point}`);
  await expect(resident.getByText('waarvan 1 met bewonerscode')).toBeVisible();
  await expectAccessible(resident);

  await broker.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  await broker.reload();
  await expect(broker.locator('.ka-code-card__code')).toHaveCount(0);
  await expect(broker.getByText('1 van 12 codes gebruikt')).toBeVisible();
  await broker.getByRole('button', { name: 'Trek in 12 codes voor Asperen' }).click();
  await broker.getByLabel('Ja, neem ook terug wat ermee is aangetoond').check();
  await broker.getByRole('button', { name: 'Trek in', exact: true }).click();
  await expect(broker.getByText('Wat ermee was aangetoond, is teruggenomen.')).toBeVisible();
  await resident.reload();
  await expect(resident.getByText('met bewonerscode')).toHaveCount(0);
});
