import type { CommitmentEvents, CommitmentView } from '@kernagenda/commitments/domain';
import { aTown, aProposal } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { Escalations } from './escalations.service';
import { PromiseCalls } from './testing';

type Told = CommitmentEvents['commitment.late']['level'];

let app: TestApp;
let calls: PromiseCalls;
let town: TestTown;

beforeEach(async () => {
  // A Monday; Good Friday is 3 April, Easter Monday the 6th.
  app = await createTestApp({ now: '2026-03-30T01:17:00Z' });
  calls = new PromiseCalls(app);
  town = await aTown(app);
});
afterEach(() => app.close());

const promise = async (dueOn: string): Promise<CommitmentView> => {
  const { id } = await aProposal(app).in(town.tricht).by(town.resident).approvedBy(town.broker).save();
  return calls.commit(town.broker, id, { dueOn });
};
const told = async ({ id }: CommitmentView): Promise<readonly Told[]> => {
  const text = 'select level from commitment_escalation where commitment_id = $1 order by told_at, level desc';
  const rows: { readonly level: Told }[] = await app.dataSource.query(text, [id]);
  return rows.map(({ level }) => level);
};
/** Lets nights pass; the job runs in each. */
const nights = async (days: number): Promise<void> => {
  for (let day = 0; day < days; day += 1) {
    await app.advance({ days: 1 });
    await app.get(Escalations).escalate();
  }
};

describe('a promise that is late', () => {
  it('is told to nobody over a weekend and Easter, then to the broker, the team and the alderman', async () => {
    const made = await promise('2026-04-02');
    await nights(7);
    expect([app.now().toISOString().slice(0, 10), await told(made)]).toEqual(['2026-04-06', []]);
    await nights(1);
    expect(await told(made)).toEqual(['broker']);
    await nights(5);
    expect(await told(made)).toEqual(['broker']);
    await nights(1);
    expect([app.now().toISOString().slice(0, 10), await told(made)]).toEqual(['2026-04-13', ['broker', 'team']]);
    await nights(7);
    expect([app.now().toISOString().slice(0, 10), await told(made)]).toEqual([
      '2026-04-20',
      ['broker', 'team', 'alderman'],
    ]);
    await nights(5);
    expect(await told(made)).toHaveLength(3);
  });

  it('tells everybody it should have, once, when the nights before were missed', async () => {
    const made = await promise('2026-04-02');
    await app.advance({ days: 21 });
    await Promise.all([app.get(Escalations).escalate(), app.get(Escalations).escalate()]);
    expect([...(await told(made))].sort()).toEqual(['alderman', 'broker', 'team']);
  });

  it('waits while a question is out, and counts on after it', async () => {
    const made = await promise('2026-04-02');
    await nights(8);
    const asked = (await calls.act(town.broker, 'ask', made, { question: 'Van wie is deze grond?' })).body;
    await nights(13);
    expect(await told(made)).toEqual(['broker']);
    await calls.act(town.broker, 'resume', asked);
    // It was one day late before the question: the day of the answer is the first to count again, the fourth after it the fifth.
    await nights(2);
    expect(await told(made)).toEqual(['broker']);
    await nights(3);
    expect(await told(made)).toEqual(['broker', 'team']);
  });

  it('begins anew for another day, and ends when it is kept', async () => {
    const made = await promise('2026-04-02');
    await nights(8);
    const moved = { dueOn: '2026-04-09', reason: 'De leverancier is laat.' };
    const later = (await calls.act(town.broker, 'move', made, moved)).body;
    await nights(2);
    expect(await told(made)).toEqual(['broker']);
    await nights(1);
    expect(await told(made)).toEqual(['broker', 'broker']);
    await calls.act(town.broker, 'keep', later, { text: 'De bank staat.', photos: [] });
    await nights(10);
    expect(await told(made)).toHaveLength(2);
  });
});
