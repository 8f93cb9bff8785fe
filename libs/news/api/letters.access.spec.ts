import type { TestPerson } from '@kernagenda/identity/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { LetterCalls, peopleAround, speaks } from './testing';

let app: TestApp;
let tricht: TestVillage;
let letters: LetterCalls;
let people: Readonly<Record<string, TestPerson | null>>;

beforeAll(async () => {
  app = await createTestApp();
  letters = new LetterCalls(app);
  tricht = await aVillage(app);
  people = await peopleAround(app, tricht);
});
afterAll(() => app.close());

describe('attack 06: a status letter', () => {
  it.each(Object.entries(speaks))('is written, read as a draft, changed and sent by the %s: %s', async (name, may) => {
    const as = people[name] ?? null;
    const refused = as ? 403 : 401;
    expect((await letters.write(as, tricht.slug)).status).toBe(may ? 201 : refused);
    const { body: draft } = await letters.write(people['secretary'] ?? null, tricht.slug);
    expect((await letters.get(as, draft.id)).status).toBe(may ? 200 : 404);
    const listed = (await letters.list(as, tricht.slug)).body.items.some(({ id }) => id === draft.id);
    expect(listed).toBe(may);
    // Who has such a role elsewhere passes the door, and is told that there is no such letter.
    const unknown = !as ? 401 : /^(broker|secretary|chair|official|alderman)/.test(name) ? 404 : 403;
    const edited = await letters.edit(as, draft, { introduction: 'Dag' });
    expect(edited.status).toBe(may ? 200 : unknown);
    const version = may ? edited.body.version : draft.version;
    const { status } = await letters.publish(as, { id: draft.id, version });
    expect(status).toBe(may ? 200 : unknown);
    if (!may) expect((await letters.discard(as, draft)).status).toBe(unknown);
  });

  it.each(Object.keys(speaks))('is read by the %s once it was sent', async (name) => {
    const as = people[name] ?? null;
    const writer = people['secretary'] ?? null;
    const { body: draft } = await letters.write(writer, tricht.slug);
    await letters.publish(writer, draft);
    const { status, body } = await letters.get(as, draft.id);
    expect([status, body.allowedActions]).toEqual([200, []]);
  });
});
