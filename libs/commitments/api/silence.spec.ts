import { isSilent as isSilentInDomain, silentBefore } from '@kernagenda/commitments/domain';
import { agendaStates } from '@kernagenda/proposals/domain';
import { aTown, aProposal, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { isSilent } from './silence';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it('who is silent is the same in SQL and in the domain, in every state and however its age is known', async () => {
  const town = await aTown(app);
  const now = app.now();
  const daysAgo = (days: number) => new Date(silentBefore(now) + days * 86_400_000).toISOString();
  const ages = [
    { source_url: null, status_at: daysAgo(0), reported_year: null },
    { source_url: null, status_at: daysAgo(-0.001), reported_year: null },
    { source_url: null, status_at: null, reported_year: null },
    { source_url: 'https://dorp.example', status_at: null, reported_year: now.getFullYear() },
    { source_url: 'https://dorp.example', status_at: null, reported_year: now.getFullYear() - 1 },
    { source_url: 'https://dorp.example', status_at: null, reported_year: 2009 },
    { source_url: 'https://dorp.example', status_at: null, reported_year: null },
    { source_url: 'https://dorp.example', status_at: daysAgo(1), reported_year: 2009 },
  ];
  const { id } = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  let silent = 0;
  for (const agendaState of agendaStates.filter((state) => state !== 'merged')) {
    for (const age of ages) {
      await app.dataSource.query(
        `update proposal set agenda_state = $2, source_url = $3, source_key = $3, status_at = $4, reported_year = $5,
          created_at = '2020-05-05T10:00:00Z' where id = $1`,
        [id, agendaState, age.source_url, age.status_at, age.reported_year],
      );
      const point = await see(app, id, null);
      const [row]: { readonly isSilent: boolean }[] = await app.dataSource.query(
        `select ${isSilent('$2')} as "isSilent" from proposal_public p where p.id = $1`,
        [id, new Date(silentBefore(now))],
      );
      expect([agendaState, age, row?.isSilent]).toEqual([agendaState, age, isSilentInDomain(point, now)]);
      silent += row?.isSilent ? 1 : 0;
    }
  }
  expect(silent).toBe(12);
});
