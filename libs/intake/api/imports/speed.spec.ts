import { setTimeout as pause } from 'node:timers/promises';
import { aPerson } from '@kernagenda/identity/api/testing';
import { installationId } from '@kernagenda/identity/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import { importLimits } from '@kernagenda/intake/domain/imports';
import type { BatchView } from '@kernagenda/intake/domain/imports';
import { writeWorkbook } from './workbook';

// Prints how long a whole file takes, beside the goal of thirty seconds; slow machines are no fault.
it('takes over as many rows as a file may have, and another request is answered meanwhile', async () => {
  const app = await createTestApp();
  const role = { role: 'admin', scopeType: 'installation', scopeId: installationId } as const;
  const as = await aPerson(app, { roles: [role] });
  const { slug } = await aVillage(app);
  const rows = Array.from({ length: importLimits.rows }, (_, index) => {
    return [slug, `Een bankje op plek ${index}`, 'Wie hier wandelt wil even zitten.', 'https://www.voorbeeld.nl/a'];
  });
  const body = new FormData();
  const file = writeWorkbook([['Kern', 'Titel', 'Omschrijving', 'Bron'], ...rows]);
  body.set('file', new Blob([new Uint8Array(file)]), 'veel.xlsx');
  const began = Date.now();
  const { body: batch } = await app.request<BatchView>('POST', '/api/v1/imports', { as, body });
  const read = Date.now();
  expect(batch.counts.new).toBe(importLimits.rows);
  await app.request('POST', `/api/v1/imports/${batch.id}/confirm`, { as, headers: { 'if-match': '"1"' } });
  let worst = 0;
  for (let state = 'importing'; state !== 'imported'; await pause(50)) {
    const asked = Date.now();
    state = (await app.request<BatchView>('GET', `/api/v1/imports/${batch.id}`, { as })).body.state;
    worst = Math.max(worst, Date.now() - asked);
  }
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const times = `read=${seconds(read - began)} taken=${seconds(Date.now() - read)} worst-answer=${seconds(worst)}`;
  process.stdout.write(`import rows=${importLimits.rows} ${times} seconds\n`);
  await app.close();
}, 240_000);
