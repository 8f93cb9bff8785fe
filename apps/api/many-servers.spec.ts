import { aPerson } from '@kernagenda/identity/api/testing';
import { Realtime, Settings } from '@kernagenda/shared/api';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { LivePage, TestApp } from '@kernagenda/shared/api/testing';

const change = { kind: 'proposal', proposalId: 'p', villageId: 'tricht' } as const;

/** Two servers on one database. */
let [here, there]: TestApp[] = [];
const both = (): readonly [TestApp, TestApp] => {
  if (!here || !there) throw new Error('They did not start.');
  return [here, there];
};

beforeAll(async () => {
  here = await createTestApp();
  there = await createTestApp({ settings: { databaseUrl: here.get(Settings).databaseUrl } });
});
afterAll(async () => {
  await there?.close();
  await here?.close();
});

/** Whether a page hears the other server; it may have begun to listen a moment ago. */
const hears = (page: LivePage, from: TestApp) =>
  until(() => {
    from.get(Realtime).publish('public', change);
    return page.heard.length > 0;
  });

describe('two servers on one database', () => {
  it('tell each other what changed, and each page once', async () => {
    const [first, second] = both();
    const [near, far, outside] = [await first.open(), await second.open(), await second.open()];
    await near.join('public');
    await far.join('public');
    await hears(far, first);
    const told = ['one', 'three', 'two'];
    for (const proposalId of told) first.get(Realtime).publish('public', { ...change, proposalId });
    // In any order: they say only that something changed.
    const heardBy = ({ heard }: LivePage) =>
      heard
        .flatMap((one) =>
          'proposalId' in one.change && told.includes(one.change.proposalId) ? one.change.proposalId : [],
        )
        .sort();
    await until(() => heardBy(far).length === 3);
    expect([heardBy(near), heardBy(far), outside.heard]).toEqual([told, told, []]);
  });

  it('attack 12: put a person out at both when their rights change at one', async () => {
    const [first, second] = both();
    const person = await aPerson(first);
    const page = await second.open({ as: person });
    await page.join(`person:${person.id}`);
    const ended = new Promise((resolve) => page.socket.once('disconnect', resolve));
    first.get(Realtime).disconnect(person.id);
    expect(await ended).toBe('io server disconnect');
  });

  it('puts its own pages out when it stops, and leaves those of the other', async () => {
    const [first] = both();
    const third = await createTestApp({ settings: { databaseUrl: first.get(Settings).databaseUrl } });
    const [stays, goes] = [await first.open(), await third.open()];
    await third.close();
    await until(() => !goes.socket.connected);
    expect(stays.socket.connected).toBe(true);
  });

  it('has its pages look again when it could not hear the others for a while', async () => {
    const [first] = both();
    const page = await first.open();
    await page.join('public');
    await first.dataSource.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'LISTEN "socket%'`,
    );
    await until(() => !page.socket.connected);
  });
});
