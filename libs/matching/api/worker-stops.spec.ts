import { aPerson } from '@kernagenda/identity/api/testing';
import { aProposal } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import { Resemblances } from './resemblances.service';

describe('a server that stops', () => {
  it('does not wait for texts that are being read', async () => {
    const app = await createTestApp();
    const village = await aVillage(app, { name: 'Buurmalsen' });
    const resident = await aPerson(app, { homeVillageId: village.id });
    const broker = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: village.id }] });
    await aProposal(app).in(village).by(resident).with({ title: 'Een vlonder' }).approvedBy(broker).save();
    const busy = app.get(Resemblances).refresh();
    await Promise.all([expect(busy).rejects.toThrow('Matching stopped'), app.close()]);
  });
});
