import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, expectAccessible, expectAccessibleEverywhere, tabTo, test } from './journey';

const header = 'Kern\tTitel\tOmschrijving\tStand\tJaar\tBron';
const source = 'https://www.voorbeeld.nl/kernagenda-vuren';

test('an administrator brings an agenda, sees what would happen, takes it over and takes it back', async ({
  people,
}) => {
  const page = await people.as('Beheerder');
  const visitor = await people.visitor();
  const rows = [
    header,
    `Vuren\tEen leesbank bij de molen van 1904\tOm te lezen\tklaar\t2021\t${source}`,
    `Vuren\tEen hinkelpad achter de school\t\twens\t\t${source}`,
    `Nergens\tEen bankje\t\tgepland\tooit\t${source}`,
  ];

  await page.goto('/beheer');
  await page.getByRole('link', { name: 'Punten overnemen' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Punten overnemen');
  await page.getByRole('button', { name: 'Controleer' }).click();
  await expect(page.getByRole('link', { name: 'Kies een bestand of plak de rijen.' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('Of plak de rijen hier').fill(rows.join('\n'));
  await page.reload();
  await expect(page.getByLabel('Of plak de rijen hier')).toHaveValue(rows.join('\n'));
  await page.getByRole('button', { name: 'Controleer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Geplakte tekst');
  await expect(page.getByText('2 punten nieuw')).toBeVisible();
  const faults = page.getByRole('region', { name: 'Wat er mis is' });
  await expect(faults.getByText('Kern: “Nergens” is geen kern van deze gemeente.')).toBeVisible();
  await expect(faults.getByText(/Stand: “gepland” kan niet worden overgenomen/)).toBeVisible();
  await expect(faults.getByText(/Jaar: “ooit” is geen jaar/)).toBeVisible();
  await visitor.goto('/kernen/vuren');
  await expect(visitor.getByText('Een leesbank bij de molen van 1904')).toHaveCount(0);
  await expectAccessibleEverywhere(page);

  await expect(page.getByLabel('Kolom “Kern”')).toHaveValue('village');
  await expect(page.getByLabel('Kolom “Omschrijving”')).toHaveValue('body');
  await page.getByLabel('Kolom “Omschrijving”').selectOption({ label: 'Niet overnemen' });
  await page.reload();
  await expect(page.getByLabel('Kolom “Omschrijving”')).toHaveValue('');
  await page.getByRole('button', { name: 'Controleer opnieuw' }).click();
  await expect(page.getByText('Het bestand is opnieuw gecontroleerd.')).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Neem 2 punten over' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Overgenomen', { exact: true }).last()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await visitor.reload();
  await expect(visitor.getByText('Een leesbank bij de molen van 1904')).toBeVisible();
  await expectAccessible(page);

  const download = visitor.waitForEvent('download');
  await visitor.getByRole('link', { name: 'Download CSV met de punten van Vuren' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('kernagenda.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('"Een leesbank bij de molen van 1904"');
  await visitor.goto('/zoeken');
  const all = visitor.getByRole('link', { name: 'Download GeoJSON met de punten van alle dorpen' });
  await expect(all).toHaveAttribute('href', '/api/v1/exports/points.geojson');
  await expectAccessible(visitor);
  await visitor.goto('/kernen/vuren');

  await page.getByRole('button', { name: 'Draai alles terug' }).click();
  await expect(page.getByText('Teruggedraaid', { exact: true }).last()).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText('Een leesbank bij de molen van 1904')).toHaveCount(0);

  await page.getByRole('link', { name: 'Alle bestanden' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Geplakte tekst' }).first()).toContainText('Teruggedraaid');
});

test('the 199 points of the public pages, brought as a workbook, stand in the demo already', async ({
  people,
}, info) => {
  const workbook = info.outputPath('punten.xlsx');
  execFileSync(process.execPath, ['dist/api/main.mjs', 'demo-sheet', workbook]);
  const page = await people.as('Beheerder');
  await page.goto('/beheer/import');
  await page.getByLabel('Kies een bestand').setInputFiles(workbook);
  await page.getByRole('button', { name: 'Controleer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('punten.xlsx');
  await expect(page.getByText('Er is niets nieuws om over te nemen.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Wat er mis is' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Neem .* over$/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Gooi dit bestand weg' }).click();
  await expect(page.getByText('Het bestand is weg. Er is niets overgenomen.')).toBeVisible();
});
