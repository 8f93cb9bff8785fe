import { aTown } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { ThreadCalls } from './testing';

let app: TestApp;
let calls: ThreadCalls;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  calls = new ThreadCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const started = async (as = town.resident, title = 'De bus rijdt niet meer'): Promise<string> =>
  (await calls.start(as, town.tricht.id, { title })).body.id;

describe('finding in threads', () => {
  it('finds titles and messages by a part of them, in any case, with each character as it is typed', async () => {
    const [bus, fence] = [await started(), await started(town.resident, 'Hek 100% stuk_bij de vijver')];
    await calls.write(town.broker, bus, 'Vanaf mei rijdt LIJN 46 weer.');
    expect(await calls.find(town.resident, 'lijn 46')).toEqual([bus]);
    expect(await calls.find(town.resident, 'BUS')).toEqual([bus]);
    expect(await calls.find(town.resident, '100%')).toEqual([fence]);
    expect(await calls.find(town.resident, 'stuk_bij')).toEqual([fence]);
    expect(await calls.find(town.resident, '%')).toEqual([fence]);
    expect(await calls.find(town.resident, 'trein')).toEqual([]);
    expect(new Set(await calls.find(town.resident, '  '))).toEqual(new Set([bus, fence]));
  });

  it('looks in a list of the inbox too', async () => {
    const [mine, other] = [await started(), await started(town.neighbour)];
    await calls.assign(town.broker, mine, town.broker.id);
    expect(await calls.find(town.broker, 'bus', 'mine')).toEqual([mine]);
    expect(await calls.find(town.broker, 'bus', 'unassigned')).toEqual([other]);
  });

  it('attack 06: finds nothing in threads of others, in what came after one left, or in notes', async () => {
    const id = await started();
    await calls.note(town.broker, id, 'Geheime notitie.');
    for (const as of [town.resident, town.broker]) expect(await calls.find(as, 'geheime')).toEqual([]);
    for (const as of [town.neighbour, town.secretary, town.otherBroker])
      expect(await calls.find(as, 'bus')).toEqual([]);
    await calls.leave(town.resident, id);
    await calls.write(town.broker, id, 'Na het vertrek.');
    expect(await calls.find(town.resident, 'vertrek')).toEqual([]);
    expect(await calls.find(town.broker, 'vertrek')).toEqual([id]);
  });

  it('refuses more than anybody types', async () => {
    const path = `/api/v1/threads?search=${'x'.repeat(101)}`;
    expect((await app.request('GET', path, { as: town.resident })).status).toBe(400);
  });
});
