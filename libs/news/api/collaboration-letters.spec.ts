import { CollaborationCalls } from '@kernagenda/collaborations/api/testing';
import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { LetterView } from '@kernagenda/news/domain';
import { perform, reasons, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import { LetterCalls, aTogether, peopleAround, speaks } from './testing';
import type { TestTogether } from './testing';

let app: TestApp;
let letters: LetterCalls;
let collaborations: CollaborationCalls;

beforeAll(async () => {
  app = await createTestApp({ settings: { chromiumPath: null } });
  letters = new LetterCalls(app);
  collaborations = new CollaborationCalls(app);
});
afterAll(() => app.close());

async function written({ here, seen }: TestTogether): Promise<LetterView> {
  const { status, body } = await letters.writeTogether(here.secretary, seen.id);
  if (status !== 201) throw new Error(`Writing answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function published({ here }: TestTogether, letter: LetterView): Promise<LetterView> {
  const { status, body } = await letters.publish(here.secretary, letter);
  if (status !== 200) throw new Error(`Publishing answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

const momentsOf = ({ lines }: LetterView) =>
  lines.flatMap(({ part, moment }) =>
    moment && part === 'together' ? [[moment.kind, moment.party ?? moment.to]] : [],
  );
const pointsOf = ({ lines }: LetterView) =>
  lines.flatMap(({ part, point }) => (point ? [`${part}: ${point.title}`] : []));

describe('a status letter of a collaboration', () => {
  it('tells who joined and what was agreed, and how the points of all its villages stand', async () => {
    const together = await aTogether(app);
    const { here, there, seen } = together;
    const promises = new PromiseCalls(app);
    await promises.commit(there.broker, there.point.id, { what: 'Palen tellen', dueOn: daysAfter(app.now(), 9) });
    await perform(app, here.secretary, 'explore', await see(app, here.point.id, here.secretary));
    const agreed = { title: 'Warm licht', body: 'Wij kiezen warm licht.', decidedOn: daysAfter(app.now(), 0) };
    expect((await collaborations.send(here.secretary, 'POST', seen, 'agreements', agreed)).status).toBeLessThan(300);
    const letter = await written(together);
    expect(momentsOf(letter)).toEqual([
      ['started', null],
      ['joined', 'Tricht'],
      ['joined', 'Deil'],
      ['agreed', null],
    ]);
    expect(letter.lines.find(({ moment }) => moment?.kind === 'agreed')?.moment).toMatchObject({
      title: 'Warm licht',
      text: 'Wij kiezen warm licht.',
    });
    expect(pointsOf(letter)).toEqual(
      expect.arrayContaining(['new: Meer licht in Tricht', 'new: Meer licht in Deil', 'coming: Meer licht in Deil']),
    );
    const owner = { village: null, collaboration: { id: seen.id, title: seen.title } };
    expect(letter).toMatchObject({ ...owner, state: 'draft' });
    expect(letter.url).toMatch(new RegExp(`/samenwerkingen/${seen.id}/statusbrieven/${letter.id}$`));
    const { body: listed } = await letters.listTogether(here.secretary, seen.id);
    expect(listed).toMatchObject({ ...owner, items: [{ id: letter.id, ...owner }] });
    expect((await letters.listTogether(null, seen.id)).body.items).toEqual([]);
  });

  it('tells what happened since the last one, and stands in no list of a village or of others', async () => {
    const others = await aTogether(app);
    const together = await aTogether(app);
    await app.advance({ seconds: 60 });
    await published(together, await written(together));
    await app.advance({ seconds: 60 });
    const { there, seen, here } = together;
    const left = await collaborations.send(
      there.secretary,
      'POST',
      seen,
      `parties/${seen.parties.find(({ village }) => village?.id === there.village.id)?.id}/leave`,
      { reason: 'Wij doen het zelf.' },
    );
    expect(left.status).toBe(200);
    const second = await written(together);
    expect([momentsOf(second), pointsOf(second)]).toEqual([[['left', 'Deil']], []]);
    expect((await letters.list(here.secretary, here.village.slug)).body.items).toEqual([]);
    expect((await letters.listTogether(null, others.seen.id)).body.items).toEqual([]);
    const { next } = (await letters.listTogether(here.secretary, seen.id)).body;
    expect(next).toEqual({ fromOn: daysAfter(app.now(), 0), toOn: daysAfter(app.now(), 0) });
  });

  it('attack 21: loses the line of a point that is hidden, with the words about it, and keeps what was agreed', async () => {
    const together = await aTogether(app);
    const { there } = together;
    const draft = await written(together);
    const lines = draft.lines.map(({ id }) => ({ id, words: 'Eigen woorden.', isLeftOut: false }));
    const letter = await published(together, (await letters.edit(together.here.secretary, draft, { lines })).body);
    expect(pointsOf(letter)).toContain('new: Meer licht in Deil');
    await perform(app, there.broker, 'hide', await see(app, there.point.id, there.broker), reasons);
    const { body } = await letters.get(null, letter.id);
    expect(pointsOf(body)).toEqual(['new: Meer licht in Tricht']);
    expect(momentsOf(body)).toHaveLength(3);
    expect(body.lines).toHaveLength(4);
  });

  it('is of a village or of a collaboration, never of both or none', async () => {
    const { here, seen } = await aTogether(app);
    const both = { collaboration: seen.id };
    expect((await letters.write(here.secretary, here.village.slug, both)).status).toBe(400);
    expect((await letters.write(here.secretary, here.village.slug, { village: undefined })).status).toBe(400);
    expect((await letters.write(here.secretary, here.village.slug, { village: null })).status).toBe(400);
    expect((await app.request('GET', '/api/v1/status-letters')).status).toBe(400);
    expect((await letters.listTogether(null, here.village.id)).status).toBe(404);
    expect((await letters.listTogether(null, 'geen')).status).toBe(400);
  });

  it('leads who follows the link of the PDF to its own page for paper where nothing can be printed', async () => {
    const together = await aTogether(app);
    const { id } = await published(together, await written(together));
    const path = `/api/v1/status-letters/${id}/letter.pdf`;
    const { status, headers } = await app.request('GET', path, { headers: { accept: 'text/html' } });
    const page = `/samenwerkingen/${together.seen.id}/statusbrieven/${id}/papier?melding=geen-pdf`;
    expect([status, headers.get('location')]).toEqual([303, page]);
  });

  it('takes as many queries with many lines as with few', async () => {
    const together = await aTogether(app);
    const few = await published(together, await written(together));
    await app.advance({ seconds: 60 });
    for (let number = 0; number < 8; number += 1) {
      const agreed = { title: `Afspraak ${number}`, body: '', decidedOn: daysAfter(app.now(), 0) };
      await collaborations.send(together.here.secretary, 'POST', together.seen, 'agreements', agreed);
    }
    const many = await published(together, await written(together));
    const count = async (id: string) => (await app.queriesDuring(() => letters.get(null, id))).length;
    expect(many.lines.length).toBeGreaterThan(few.lines.length);
    expect(await count(many.id)).toBe(await count(few.id));
  });
});

describe('attack 06: a status letter of a collaboration', () => {
  let together: TestTogether;
  let people: Readonly<Record<string, TestPerson | null>>;
  // Who steers: who signs for a party that leads or takes part, among them an alderman for all villages in scope.
  const writes: Readonly<Record<string, boolean>> = {
    ...speaks,
    alderman: true,
    'secretary of another village that takes part': true,
    'official of a team that takes part': true,
    'official of a team that advises': false,
    'secretary of a village that left': false,
  };

  beforeAll(async () => {
    const tricht = await aVillage(app);
    together = await aTogether(app, tricht);
    const { here, there, seen } = together;
    const official = async (role: string): Promise<TestPerson> => {
      const team = await aTeam(app, tricht);
      const person = await aPerson(app, { roles: [{ role: 'official', scopeType: 'team', scopeId: team.id }] });
      const { status } = await collaborations.send(person, 'POST', seen, 'parties', { teamId: team.id, role });
      if (status !== 200) throw new Error(`The team could not join: ${status}`);
      return person;
    };
    const gone = await aTogether(app);
    const joined = await collaborations.send(gone.here.secretary, 'POST', seen, 'parties', {
      ...{ villageId: gone.here.village.id, role: 'participant', proposalIds: [gone.here.point.id] },
    });
    const party = joined.body.parties.find(({ village }) => village?.id === gone.here.village.id);
    await collaborations.send(gone.here.secretary, 'POST', seen, `parties/${party?.id}/leave`, {
      reason: 'Toch maar niet.',
    });
    people = {
      ...(await peopleAround(app, here.village)),
      'secretary of another village that takes part': there.secretary,
      'official of a team that takes part': await official('participant'),
      'official of a team that advises': await official('adviser'),
      'secretary of a village that left': gone.here.secretary,
    };
  });

  it.each(Object.entries(writes))('is written, read as a draft, changed and sent by the %s: %s', async (name, may) => {
    const as = people[name] ?? null;
    expect((await letters.writeTogether(as, together.seen.id)).status).toBe(may ? 201 : as ? 403 : 401);
    const draft = await written(together);
    expect((await letters.get(as, draft.id)).status).toBe(may ? 200 : 404);
    const { items, next } = (await letters.listTogether(as, together.seen.id)).body;
    expect([items.some(({ id }) => id === draft.id), next !== null]).toEqual([may, may]);
    const unknown = !as ? 401 : /^(broker|secretary|chair|official|alderman)/.test(name) ? 404 : 403;
    const edited = await letters.edit(as, draft, { introduction: 'Dag' });
    expect(edited.status).toBe(may ? 200 : unknown);
    const { version } = may ? edited.body : draft;
    expect((await letters.publish(as, { id: draft.id, version })).status).toBe(may ? 200 : unknown);
    if (!may) expect((await letters.discard(as, draft)).status).toBe(unknown);
  });
});
