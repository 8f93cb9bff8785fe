import { ThreadCalls } from '@kernagenda/conversations/api/testing';
import { aTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import { Inbox1760000001710 } from './1710-inbox';

describe('the inbox of threads that were there before it', () => {
  it('has what residents wrote last waiting for the brokers, and what was answered as answered', async () => {
    const app = await createTestApp();
    const town = await aTown(app);
    const calls = new ThreadCalls(app);
    const waiting = (await calls.start(town.resident, town.tricht.id)).body.id;
    const answered = (await calls.start(town.neighbour, town.tricht.id)).body.id;
    await calls.write(town.broker, answered);

    const migration = new Inbox1760000001710();
    const runner = app.dataSource.createQueryRunner();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();

    const inbox = async (id: string) => (await calls.read(town.broker, id)).body.thread.inbox;
    const holder = { kind: 'brokers', name: town.tricht.name };
    expect(await inbox(waiting)).toMatchObject({ state: 'waiting', holder, assignee: null, dueOn: '2026-03-09' });
    expect(await inbox(answered)).toMatchObject({ state: 'answered', holder });
    await app.close();
  });
});
