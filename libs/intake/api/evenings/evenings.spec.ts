import { randomUUID } from 'node:crypto';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { eveningLimits } from '@kernagenda/intake/domain/evenings';
import type { EveningNoteView, EveningSummary, EveningView } from '@kernagenda/intake/domain/evenings';
import { aTown, perform, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { Jobs } from '@kernagenda/shared/api';
import { createTestApp, until } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { EveningJob } from './evening-job.service';
import { eveningStep } from './evenings.events';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  // Half past eight in the evening, in winter.
  app = await createTestApp({ now: '2026-03-02T19:30:00Z' });
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

type Evening = EveningView & ProblemBody;
const begin = (as: TestPerson | null, villageId = town.tricht.id, headers = {}) =>
  app.request<Evening>('POST', '/api/v1/evenings', { as, headers, body: { villageId, title: '', day: '2026-03-02' } });
const anEvening = async (as = town.secretary): Promise<string> => (await begin(as)).body.id;
const look = (as: TestPerson | null, id: string) => app.request<Evening>('GET', `/api/v1/evenings/${id}`, { as });
let revision = 1_000;
const aNote = (change: object = {}) => ({
  ...{ text: 'Een bank bij de kerk', theme: null, group: '', sameAs: null, dots: 0, place: '', email: null },
  ...{ isRemoved: false, enteredAt: '2026-03-02T19:31:00.000Z', revision: (revision += 1), ...change },
});
const keep = (id: string, change: object = {}, noteId: string = randomUUID(), as: TestPerson | null = town.secretary) =>
  app.request<EveningNoteView & ProblemBody>('PUT', `/api/v1/evenings/${id}/wishes/${noteId}`, {
    as,
    body: aNote(change),
  });
const close = async (as: TestPerson | null, id: string, leaveOut: readonly string[] = [], change: object = {}) => {
  const noteCount = (await look(town.secretary, id)).body.noteCount;
  const body = { leaveOut, noteCount, hasConsent: true, ...change };
  return app.request<Evening>('POST', `/api/v1/evenings/${id}/close`, { as, body });
};
const closed = async (id: string): Promise<EveningView> => {
  await until(async () => (await look(town.secretary, id)).body.state === 'closed');
  return (await look(town.secretary, id)).body;
};
const proposalsHere = () =>
  app.dataSource.query<{ title: string; body: string }[]>(
    `select title, body from proposal where village_id = $1 and entered_from = 'evening' order by title`,
    [town.tricht.id],
  );
const mailsTo = (email: string) => app.mail.received.filter(({ recipients }) => recipients.includes(email));

describe('an evening', () => {
  it('is begun once per key, and listed for everybody who serves its village', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [one, other] = await Promise.all([1, 2].map(() => begin(town.secretary, town.tricht.id, headers)));
    expect([one?.status, other?.body.id]).toEqual([201, one?.body.id]);
    const { body } = await app.request<{ items: EveningSummary[] }>('GET', '/api/v1/evenings', { as: town.broker });
    expect(body.items).toMatchObject([
      { id: one?.body.id, village: { id: town.tricht.id }, state: 'open', noteCount: 0 },
    ]);
  });

  it('is listed with as many queries for many as for one, and so are its notes', async () => {
    const id = await anEvening();
    await keep(id);
    const count = async () => [
      (await app.queriesDuring(() => app.request('GET', '/api/v1/evenings', { as: town.secretary }))).length,
      (await app.queriesDuring(() => look(town.secretary, id))).length,
    ];
    const one = await count();
    for (let n = 0; n < 6; n += 1) await Promise.all([keep(id), anEvening()]);
    expect(await count()).toEqual(one);
  });

  it.each(['2026-02-30', '2 maart', ''])('begins on no day like "%s"', async (day) => {
    const body = { villageId: town.tricht.id, title: '', day };
    const answer = await app.request<ProblemBody>('POST', '/api/v1/evenings', { as: town.secretary, body });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/day']);
  });
});

describe('a note of an evening', () => {
  it('attack 10: put ten times at once stands once', async () => {
    const id = await anEvening();
    const [noteId, edit] = [randomUUID(), aNote()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => keep(id, edit, noteId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await look(town.secretary, id)).body.notes).toMatchObject([{ id: noteId, text: 'Een bank bij de kerk' }]);
  });

  it('stands as it was edited last, in whatever order the edits arrive', async () => {
    const id = await anEvening();
    const noteId = randomUUID();
    await keep(id, { revision: 20, text: 'Als tweede', dots: 3 }, noteId);
    const late = await keep(id, { revision: 10, text: 'Als eerste' }, noteId, town.broker);
    expect(late.body).toMatchObject({ text: 'Als tweede', revision: 20 });
    expect((await look(town.secretary, id)).body.notes).toMatchObject([{ text: 'Als tweede', dots: 3 }]);
  });

  it('that was removed is told to the other computers, counts no more, and can come back', async () => {
    const id = await anEvening();
    const noteId = randomUUID();
    await keep(id, {}, noteId);
    await keep(id, { isRemoved: true }, noteId);
    expect((await look(town.secretary, id)).body).toMatchObject({ noteCount: 0, notes: [{ isRemoved: true }] });
    await keep(id, { isRemoved: false }, noteId);
    expect((await look(town.secretary, id)).body.noteCount).toBe(1);
  });

  it.each([false, true])(
    'is refused when the evening is full (with notes that were removed: %s)',
    async (isRemoved) => {
      const id = await anEvening();
      await app.dataSource.query(
        `insert into evening_wish (id, evening_id, text, group_name, dots, place, is_removed, entered_at, revision)
       select gen_random_uuid(), $1, 'Een wens', '', 0, '', $3, now(), 1 from generate_series(1, $2)`,
        [id, eveningLimits.notes, isRemoved],
      );
      expect((await keep(id)).body.code).toBe('wrong_state');
    },
  );

  it.each([
    [{ text: 'Nu' }, '/text'],
    [{ text: 'x'.repeat(401) }, '/text'],
    [{ group: 'x'.repeat(41) }, '/group'],
    [{ dots: -1 }, '/dots'],
    [{ dots: 1000 }, '/dots'],
    [{ email: 'oma@' }, '/email'],
    [{ email: 'jan@dorp_x.nl' }, '/email'],
    [{ theme: 'feest' }, '/theme'],
    [{ sameAs: 'die daar' }, '/sameAs'],
    [{ revision: 0 }, '/revision'],
    [{ enteredAt: 'gisteren' }, '/enteredAt'],
  ])('refuses %j', async (change, pointer) => {
    const { status, body } = await keep(await anEvening(), change);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('is heard by every open page of who serves the village, and by nobody else', async () => {
    const id = await anEvening();
    const [page, stranger] = [await app.open({ as: town.broker }), await app.open({ as: town.neighbour })];
    expect([await page.join(`evening:${id}`), await stranger.join(`evening:${id}`)]).toEqual([true, false]);
    await keep(id);
    expect(await page.hears('evening')).toEqual({ kind: 'evening', eveningId: id });
  });
});

describe('sending an evening in', () => {
  it('makes each note a proposal that waits for the broker, but for what was removed or left out', async () => {
    const id = await anEvening();
    const long = `Een pad langs het water ${'van hier tot ginder '.repeat(12)}`.trim();
    const out = randomUUID();
    await keep(id, { text: 'Een bank bij de kerk', theme: 'meeting', place: 'Kerkplein', dots: 7 });
    await keep(id, { text: long });
    await keep(id, { text: 'Gaat niet door', isRemoved: true });
    await keep(id, { text: 'Hoort hier niet' }, out);
    expect((await close(town.secretary, id, [out])).body.state).toMatch(/^clos/);
    const { notes, allowedActions } = await closed(id);
    expect(allowedActions).toEqual([]);
    expect(notes.filter(({ proposalId }) => proposalId)).toHaveLength(2);
    const proposalId = notes.find(({ text }) => text.includes('kerk'))?.proposalId ?? '';
    expect(await see(app, proposalId, town.broker)).toMatchObject({
      ...{ moderationState: 'submitted', enteredFrom: 'evening', author: 'Secretaris', theme: 'meeting' },
      ...{ place: 'Kerkplein', body: 'Op de bijeenkomst kreeg deze wens 7 stippen.' },
    });
    const [, path] = await proposalsHere();
    expect([path?.title.length, path?.body]).toEqual([expect.any(Number), long]);
    expect((await keep(id)).body.code).toBe('wrong_state');
  });

  it('makes one proposal of what says the same', async () => {
    const id = await anEvening();
    const [first, second] = [randomUUID(), randomUUID()];
    await keep(id, { text: 'Een bank bij de kerk', enteredAt: '2026-03-02T19:31:00.000Z', dots: 2 }, first);
    await keep(
      id,
      { text: 'Zitplek aan het kerkplein', enteredAt: '2026-03-02T19:32:00.000Z', dots: 1, sameAs: first },
      second,
    );
    await close(town.secretary, id);
    const { notes } = await closed(id);
    expect(new Set(notes.map(({ proposalId }) => proposalId)).size).toBe(1);
    const body = 'Op de bijeenkomst kreeg deze wens 3 stippen.\n\nOok genoemd: Zitplek aan het kerkplein';
    expect(await proposalsHere()).toEqual([{ title: 'Een bank bij de kerk', body }]);
  });

  it('attack 10: pressed ten times at once, with steps that run twice, makes every note one proposal', async () => {
    const id = await anEvening();
    for (const text of ['Een bank', 'Een pad langs de Linge', 'Een boom', 'Een brug']) await keep(id, { text });
    await Promise.all(Array.from({ length: 10 }, () => close(town.secretary, id)));
    await app.dataSource.transaction((manager) =>
      app.get(Jobs).publish(manager, eveningStep, { eveningId: id, actorId: town.secretary.id }),
    );
    await closed(id);
    await app.settle();
    expect(await proposalsHere()).toHaveLength(4);
  });

  it('goes on where it was when the job stops in the middle', async () => {
    const id = await anEvening();
    const texts = ['Een bank', 'Een pad langs de Linge', 'Een boom'];
    for (const [minute, text] of texts.entries()) {
      await keep(id, { text, enteredAt: `2026-03-02T19:3${minute}:00.000Z` });
    }
    await app.dataSource.query(`
      create or replace function stop_evening() returns trigger language plpgsql as $$
      begin raise 'the power went'; end $$;
      create trigger stop_evening before update of proposal_id on evening_wish for each row
      when (new.text = 'Een pad langs de Linge' and new.proposal_id is not null) execute function stop_evening()`);
    try {
      await close(town.secretary, id);
      await until(async () => (await proposalsHere()).length >= 1);
      expect((await look(town.secretary, id)).body.state).toBe('closing');
    } finally {
      await app.dataSource.query('drop trigger stop_evening on evening_wish');
    }
    await close(town.broker, id);
    await closed(id);
    await app.settle();
    expect(await proposalsHere()).toHaveLength(3);
  });

  it('needs the consent of the hall', async () => {
    const { status, body } = await close(town.secretary, await anEvening(), [], { hasConsent: false });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/hasConsent']);
  });

  it('waits for who closes to look again when a note came or went meanwhile', async () => {
    const id = await anEvening();
    await keep(id);
    const { noteCount } = (await look(town.secretary, id)).body;
    await keep(id, { text: 'Ook nog een brug' }, randomUUID(), town.broker);
    const answer = await close(town.secretary, id, [], { noteCount });
    expect([answer.status, answer.body.code]).toEqual([412, 'stale_version']);
    expect((await look(town.secretary, id)).body.state).toBe('open');
  });

  it('mails everybody who left an address at eight the next morning, once, with the link to the own wish', async () => {
    const [asker, other] = [await aPerson(app, { homeVillageId: town.tricht.id }), `${randomUUID()}@example.org`];
    const id = await anEvening();
    const first = randomUUID();
    await keep(id, { text: 'Een bank bij de kerk', email: asker.email, enteredAt: '2026-03-02T19:31:00.000Z' }, first);
    await keep(id, { text: 'Een brug', email: asker.email, enteredAt: '2026-03-02T19:32:00.000Z' });
    await keep(id, { text: 'Zitplek', email: other, sameAs: first, enteredAt: '2026-03-02T19:33:00.000Z' });
    await close(town.secretary, id);
    await closed(id);
    await app.settle();
    expect([...mailsTo(asker.email), ...mailsTo(other)]).toEqual([]);
    const toMorning = (new Date('2026-03-03T07:00:00Z').getTime() - app.now().getTime()) / 1000;
    await app.advance({ seconds: toMorning - 60 });
    await app.settle();
    expect(mailsTo(asker.email)).toEqual([]);
    await app.advance({ seconds: 120 });
    await until(() => mailsTo(asker.email).length > 0 && mailsTo(other).length > 0);
    await app.advance({ days: 1 });
    await app.settle();
    const [mail, ...more] = mailsTo(asker.email);
    expect([mail?.subject, more]).toEqual([`Dank voor uw wens voor ${town.tricht.name}`, []]);
    expect(mail?.text).toContain('Er zijn 2 wensen ingestuurd');
    expect(mail?.text).not.toContain('Een bank');
    const tokens = [...(mail?.text ?? '').matchAll(/mijn-wens\?bewijs=(\S+)/g)].map(([, token]) => token ?? '');
    expect(new Set(tokens).size).toBe(2);
    const body = { token: decodeURIComponent(tokens[0] ?? '') };
    const claimed = await app.request<{ state: string }>('POST', '/api/v1/claim-links/claim', { as: asker, body });
    expect(claimed.body.state).toBe('claimed');
    expect(mailsTo(other)).toHaveLength(1);
    expect(mailsTo(other)[0]?.text).not.toContain('bewijs');
    const kept: unknown[] = await app.dataSource.query('select 1 from evening_wish where email is not null');
    expect(kept).toEqual([]);
    app.goTo(new Date('2026-03-02T19:30:00Z'));
  });

  it('forgets the addresses of an evening that is never sent in', async () => {
    const id = await anEvening();
    await keep(id, { email: 'oma@example.org' });
    await app.get(EveningJob).forget();
    expect((await look(town.secretary, id)).body.notes[0]?.email).toBe('oma@example.org');
    app.goTo(new Date('2026-05-02T19:30:00Z'));
    await app.get(EveningJob).forget();
    app.goTo(new Date('2026-03-02T19:30:00Z'));
    expect((await look(town.secretary, id)).body.notes[0]?.email).toBeNull();
  });

  it('keeps the addresses of an evening that was closed long after it was begun, for its mail', async () => {
    const id = await anEvening();
    await keep(id, { email: 'opa@example.org' });
    await app.dataSource.query(`update evening set begun_at = '2025-12-01', day = '2025-12-01' where id = $1`, [id]);
    await close(town.secretary, id);
    await closed(id);
    await app.get(EveningJob).forget();
    expect((await look(town.secretary, id)).body.notes[0]?.email).toBe('opa@example.org');
  });

  it('attack 22: what it becomes is never decided on by a broker who wrote on a note of it, whoever sent it in', async () => {
    const roles = [{ role: 'broker', scopeType: 'village', scopeId: town.tricht.id }] as const;
    const [editor, colleague] = [await aPerson(app, { roles: [...roles] }), await aPerson(app, { roles: [...roles] })];
    const id = await anEvening();
    const [first, second] = [randomUUID(), randomUUID()];
    await keep(id, {}, first, town.broker);
    await keep(id, { text: 'Een zitplek', sameAs: first }, second);
    await keep(id, { text: 'Een zitplek bij de kerk', sameAs: first }, second, editor);
    await close(town.secretary, id);
    const proposalId = (await closed(id)).notes[0]?.proposalId ?? '';
    const wish = await see(app, proposalId, colleague);
    for (const writer of [town.broker, editor]) {
      expect((await perform(app, writer, 'approve', wish)).status).toBe(404);
    }
    expect((await perform(app, colleague, 'approve', wish)).status).toBe(200);
  });
});

describe('who writes an evening', () => {
  it.each([
    ['broker of the area', { role: 'broker', scope: 'area' }, false, true],
    ['broker who lives there', { role: 'broker', scope: 'area' }, true, false],
    ['secretary', { role: 'secretary', scope: 'village' }, true, true],
    ['chair', { role: 'chair', scope: 'village' }, true, true],
    ['group member', { role: 'group_member', scope: 'village' }, true, true],
    ['secretary of elsewhere', { role: 'secretary', scope: 'elsewhere' }, false, false],
    ['broker of elsewhere', { role: 'broker', scope: 'elsewhere' }, false, false],
  ] as const)('attack 04: %s', async (_name, given, isAtHome, isAllowed) => {
    const id = await anEvening();
    const elsewhere = (await aTown(app)).tricht;
    const { id: villageId, areaId } = town.tricht;
    const scopeId = given.scope === 'elsewhere' ? elsewhere.id : given.scope === 'area' ? areaId : villageId;
    const scopeType = given.scope === 'area' ? 'area' : 'village';
    const as = await aPerson(app, {
      roles: [{ role: given.role, scopeType, scopeId }],
      ...(isAtHome && { homeVillageId: villageId }),
    });
    const [good, missing] = isAllowed ? [200, 200] : [404, 404];
    expect((await look(as, id)).status).toBe(good);
    expect((await keep(id, {}, randomUUID(), as)).status).toBe(missing);
    expect((await begin(as)).status).toBe(isAllowed ? 201 : 403);
    const list = await app.request<{ items: EveningSummary[] }>('GET', '/api/v1/evenings', { as });
    expect(list.body.items.some((evening) => evening.id === id)).toBe(isAllowed);
    expect((await close(as, id)).status).toBe(good);
  });

  it.each(['official', 'alderman', 'admin', 'resident'] as const)('attack 04: no %s', async (role) => {
    const id = await anEvening();
    const roles = {
      official: [{ role: 'official', scopeType: 'village', scopeId: town.tricht.id }],
      alderman: [{ role: 'alderman', scopeType: 'area', scopeId: town.tricht.areaId }],
      admin: [{ role: 'admin', scopeType: 'installation', scopeId: '00000000-0000-0000-0000-000000000000' }],
      resident: [],
    } as const;
    const as = await aPerson(app, {
      roles: [...roles[role]],
      ...(role === 'resident' && { homeVillageId: town.tricht.id }),
    });
    const answers = [look(as, id), keep(id, {}, randomUUID(), as), begin(as), close(as, id)];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it('is not a visitor', async () => {
    const id = await anEvening();
    expect([(await look(null, id)).status, (await keep(id, {}, randomUUID(), null)).status]).toEqual([401, 401]);
  });

  it('attack 04: a note of another evening is not found, nor an evening that does not exist', async () => {
    const [one, other] = [await anEvening(), await anEvening()];
    const noteId = randomUUID();
    await keep(one, {}, noteId);
    expect((await keep(other, { text: 'Overgenomen' }, noteId)).status).toBe(404);
    expect((await look(town.secretary, randomUUID())).status).toBe(404);
    expect((await look(town.secretary, one)).body.notes).toMatchObject([{ text: 'Een bank bij de kerk' }]);
  });
});
