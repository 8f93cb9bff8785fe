import { randomUUID } from 'node:crypto';
import { Jobs } from '@kernagenda/shared/api';
import { aPerson } from '@kernagenda/identity/api/testing';
import { applicationLimits } from '@kernagenda/budgets/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { ApplicationsService } from './applications.service';
import { budgetLetterWritten } from './budgets.events';
import { BudgetLetters } from './letters.service';
import { aBudgetTown, anotherPoint } from './testing';

describe('an application for the budget of a village', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  const residents = (homeVillageId: string, length: number) =>
    Promise.all(Array.from({ length }, () => aPerson(app, { homeVillageId })));

  it('attack 10: waits five times of one person at most, also when many come at once', async () => {
    const { resident, neighbour, clerk, calls, applied, applyingFor } = await aBudgetTown(app);
    const answers = await Promise.all(Array.from({ length: 9 }, () => calls.handIn(resident, applyingFor())));
    const codes = answers.map(({ status, body }) => (status === 201 ? 'in' : body.code)).sort();
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'in'),
      ...Array.from({ length: 4 }, () => 'too_many_open'),
    ]);
    await applied({}, neighbour);
    const [one] = answers.flatMap(({ status, body }) => (status === 201 ? [body] : []));
    if (!one) throw new Error('None came in');
    const told = { reason: 'Hier is geen draagvlak voor.' };
    expect((await calls.decide(clerk, one, 0, told)).status).toBe(200);
    await applied();
    expect((await calls.handIn(resident, applyingFor())).body.code).toBe('too_many_requests');
  });

  it('has a reference at once, and a receipt with a full copy by mail, once', async () => {
    const { resident, calls, applyingFor } = await aBudgetTown(app);
    const headers = { 'idempotency-key': randomUUID() };
    const [one, again] = [
      await calls.handIn(resident, applyingFor(), headers),
      await calls.handIn(resident, applyingFor(), headers),
    ];
    expect([one.status, again.body.id]).toEqual([201, one.body.id]);
    expect(one.body).toMatchObject({ state: 'submitted', decideBy: '2026-04-28', isLate: false });
    expect(one.body.reference).toMatch(/^KB-2026-\d{4}$/);
    await app.settle();
    const mails = app.mail.received.filter(({ recipients }) => recipients.includes(resident.email));
    const [mail] = mails.filter(({ subject }) => subject.includes(one.body.reference));
    expect(mails.filter(({ subject }) => subject.includes(one.body.reference))).toHaveLength(1);
    for (const part of [
      'Een filmavond op het plein',
      'Wij huren een scherm',
      '€ 2.000',
      '0344 12 34 56',
      'Ja: Er is draagvlak',
      'Nee: Voor iedereen in de kern',
      '28 april 2026',
    ]) {
      expect(mail?.text.replace(/\s/g, ' ')).toContain(part);
    }
  });

  it('is told once of, also when the job that tells it runs again', async () => {
    const { applied } = await aBudgetTown(app);
    const { id, reference } = await applied();
    await app.settle();
    const [letter] = await app.dataSource.query<{ id: string }[]>(
      'select id from budget_letter where application_id = $1',
      [id],
    );
    await app.dataSource.transaction((manager) =>
      app.get(Jobs).publish(manager, budgetLetterWritten, { letterId: letter?.id ?? '' }),
    );
    await app.settle();
    expect(app.mail.received.filter(({ subject }) => subject.includes(reference))).toHaveLength(1);
  });

  it('is told of the next night, when its mail found no way for most of a day', async () => {
    const { applied } = await aBudgetTown(app);
    const { id, reference } = await applied();
    const { reference: other } = await applied();
    await app.settle();
    const told = (name: string) => app.mail.received.filter(({ subject }) => subject.includes(name)).length;
    const first = told(reference);
    await app.dataSource.query('update budget_letter set sent_at = null where application_id = $1', [id]);
    await app.get(BudgetLetters).sendUnsent();
    await app.settle();
    await app.get(BudgetLetters).sendUnsent();
    await app.settle();
    expect([told(reference), told(other)]).toEqual([first + 1, 1]);
  });

  it('can be objected to for six weeks from the day its decision was mailed, however late that was', async () => {
    const { resident, clerk, calls, applied } = await aBudgetTown(app);
    const one = await applied();
    expect((await calls.decide(clerk, one, 200_000)).status).toBe(200);
    await app.settle();
    await app.dataSource.query('update budget_letter set sent_at = null where application_id = $1', [one.id]);
    const now = app.now();
    app.goTo(new Date('2026-03-05T09:00:00Z'));
    await app.get(BudgetLetters).sendUnsent();
    await app.settle();
    app.goTo(new Date('2026-03-20T09:00:00Z'));
    expect((await calls.get(resident, one.id)).body.decision?.objectBy).toBe('2026-04-16');
    app.goTo(now);
    const mails = app.mail.received.filter(({ subject }) => subject === `Besluit over uw aanvraag ${one.reference}`);
    expect(mails.at(-1)?.text).toContain('16 april 2026');
  });

  it('is numbered in the order of receipt without gaps, also when many come at once', async () => {
    const { tricht, resident, calls, applied, applyingFor } = await aBudgetTown(app);
    const people = await residents(tricht.id, 8);
    const first = await applied();
    await calls.handIn(resident, applyingFor({ met: ['Dit staat er niet'] }));
    const more = await Promise.all(people.map((one) => applied({}, one)));
    const numbers = [first, ...more].map(({ reference }) => Number(reference.slice(-4)));
    const from = Math.min(...numbers);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_, index) => from + index));
    expect(numbers[0]).toBe(from);
  });

  it('goes from advice to a decision with its reason and the days to object, and is public without a name', async () => {
    const { tricht, resident, broker, clerk, point, calls, applied } = await aBudgetTown(app);
    let one = await applied();
    one = (await calls.post(broker, one, 'advise', { isPositive: true, note: 'Het hele dorp kan komen.' })).body;
    expect(one).toMatchObject({ state: 'advised', advice: { isPositive: true } });
    const reason = 'Het scherm kan goedkoper worden gehuurd.';
    const decided = await calls.decide(clerk, one, 150_000, { reason });
    expect(decided.body).toMatchObject({
      ...{ state: 'partly_granted', grantedCents: 150_000, decideBy: null, forDecider: null },
      decision: { reason, objectBy: '2026-04-13' },
    });
    const budget = await calls.budget(tricht.slug);
    expect(budget).toMatchObject({ leftCents: 350_000, grantedCents: 150_000, waiting: 0 });
    expect(budget.granted).toEqual([
      {
        ...{ title: 'Een filmavond op het plein', cents: 150_000, isExisting: false, decidedOn: '2026-03-02' },
        point: { id: point.id, title: point.title },
      },
    ]);
    expect(JSON.stringify(budget)).not.toContain(resident.displayName);
    await app.settle();
    const mail = app.mail.received.find(
      ({ subject }) => subject.includes('Besluit') && subject.includes(one.reference),
    );
    const text = mail?.text.replace(/\s/g, ' ') ?? '';
    expect(mail?.recipients).toEqual([resident.email]);
    expect(text).toContain(reason);
    expect(text).toContain('13 april 2026');
    expect(text).toContain('bezwaar');
  });

  it('can be asked for more, which stops the term until it is answered', async () => {
    const { resident, broker, clerk, calls, applied } = await aBudgetTown(app);
    let one = await applied();
    one = (await calls.post(broker, one, 'ask', { note: 'Wat kost het scherm?' })).body;
    expect(one).toMatchObject({ state: 'incomplete', decideBy: null, asked: { completeBy: '2026-03-16', answer: '' } });
    expect((await calls.decide(clerk, one, 200_000)).body.code).toBe('wrong_state');
    const now = app.now();
    app.goTo(new Date('2026-03-09T09:00:00Z'));
    one = (await calls.post(resident, one, 'complete', { note: 'Het scherm kost 800 euro.' })).body;
    expect(one).toMatchObject({
      state: 'submitted',
      decideBy: '2026-05-04',
      asked: { answer: 'Het scherm kost 800 euro.' },
    });
    app.goTo(now);
    await app.dataSource.query(`update budget_application set received_at = '2025-12-01' where id = $1`, [one.id]);
    expect((await calls.get(clerk, one.id)).body.isLate).toBe(true);
    await app.settle();
    expect(app.mail.received.some(({ text }) => text.includes('Wat kost het scherm?'))).toBe(true);
  });

  it('keeps what was answered before when more is asked', async () => {
    const { resident, broker, calls, applied } = await aBudgetTown(app);
    let one = await applied();
    for (const what of ['het scherm', 'de stroom', 'het plein']) {
      one = (await calls.post(broker, one, 'ask', { note: `Wat kost ${what}?` })).body;
      one = (await calls.post(resident, one, 'complete', { note: `Dat is ${what}.` })).body;
    }
    expect(one.asked).toMatchObject({ note: 'Wat kost het plein?', answer: 'Dat is het plein.' });
    expect(one.answeredBefore).toEqual([
      { note: 'Wat kost het scherm?', answer: 'Dat is het scherm.' },
      { note: 'Wat kost de stroom?', answer: 'Dat is de stroom.' },
    ]);
  });

  it('can be taken back until it is decided', async () => {
    const { resident, clerk, calls, applied } = await aBudgetTown(app);
    const one = await applied();
    expect((await calls.post(resident, { ...one, version: 9 }, 'withdraw')).body.code).toBe('stale_version');
    expect((await calls.post(resident, one, 'withdraw')).body).toMatchObject({
      state: 'withdrawn',
      allowedActions: [],
    });
    expect((await calls.decide(clerk, { ...one, version: 2 }, 1)).body.code).toBe('wrong_state');
  });

  it('is of the group for which it was done: its letters and its end are for who speaks for that now', async () => {
    const { tricht, secretary: former, broker, clerk, calls, applied } = await aBudgetTown(app);
    let one = await applied({ side: 'group' }, former);
    await app.settle();
    const chair = { role: 'chair', scopeType: 'village', scopeId: tricht.id } as const;
    await app.dataSource.query('update role_assignment set ends_at = starts_at where person_id = $1', [former.id]);
    const present = await aPerson(app, { homeVillageId: tricht.id, roles: [chair] });
    expect((await calls.post(former, one, 'withdraw')).status).toBe(403);
    one = (await calls.post(broker, one, 'ask', { note: 'Wat kost het scherm?' })).body;
    expect((await calls.post(former, one, 'complete', { note: 'Het kost 800 euro.' })).status).toBe(403);
    one = (await calls.post(present, one, 'complete', { note: 'Het kost 800 euro.' })).body;
    const other = await applied({ side: 'group' }, present);
    expect((await calls.post(present, other, 'withdraw')).body.state).toBe('withdrawn');
    expect((await calls.decide(clerk, one, 200_000)).status).toBe(200);
    await app.settle();
    const told = app.mail.received.filter(({ subject }) => subject.includes(one.reference));
    expect(told.map(({ subject, recipients }) => [subject.split(' ')[0], recipients])).toEqual([
      ['Ontvangen:', [former.email]],
      ['Vraag', [present.email]],
      ['Besluit', [present.email]],
    ]);
  });

  it.each([
    [{ amountCents: 200_001 }, 400, '/amountCents'],
    [{ amountCents: 0 }, 400, '/amountCents'],
    [{ amountCents: 10.5 }, 400, '/amountCents'],
    [{ met: ['Dit staat er niet'] }, 400, '/met'],
    [{ startsOn: '2026-02-30' }, 400, '/startsOn'],
    [{ title: '' }, 400, '/title'],
    [{ plan: 'Kort.' }, 400, '/plan'],
    [{ side: 'group' as const }, 403, undefined],
    [{ proposalId: randomUUID() }, 404, undefined],
  ])('is not taken in with %j', async (more, status, pointer) => {
    const { resident, calls, applyingFor } = await aBudgetTown(app);
    const answer = await calls.handIn(resident, applyingFor(more));
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
  });

  it('is for a public point of the own village alone', async () => {
    const town = await aBudgetTown(app);
    const elsewhere = await aBudgetTown(app);
    const { resident, calls, applyingFor } = town;
    expect((await calls.handIn(resident, applyingFor({ proposalId: elsewhere.point.id }))).status).toBe(404);
    expect((await calls.handIn(resident, elsewhere.applyingFor())).status).toBe(403);
    expect((await calls.handIn(town.official, applyingFor())).status).toBe(403);
    expect((await calls.handIn(null, applyingFor())).status).toBe(401);
  });

  it('leaves a trace of every step', async () => {
    const { broker, clerk, calls, applied } = await aBudgetTown(app);
    const one = await applied();
    const { body } = await calls.post(broker, one, 'advise', { isPositive: true, note: 'Een goed plan.' });
    await calls.decide(clerk, body, 200_000);
    const rows = await app.dataSource.query<{ action: string; to_state: string | null }[]>(
      'select action, to_state from audit_entry where object_id = $1 order by id',
      [one.id],
    );
    expect(rows).toEqual([
      { action: 'budget.apply', to_state: null },
      { action: 'budget.advise', to_state: 'advised' },
      { action: 'budget.decide', to_state: 'granted' },
    ]);
  });

  it('tells the log which and how much, and nothing that people wrote', async () => {
    const { resident, broker, clerk, calls, applied } = await aBudgetTown(app);
    let one = await applied();
    const words = 'Bel mij op 06 12 34 56 78.';
    one = (await calls.post(broker, one, 'ask', { note: words })).body;
    one = (await calls.post(resident, one, 'complete', { note: words })).body;
    one = (await calls.post(broker, one, 'advise', { isPositive: true, note: words })).body;
    expect((await calls.decide(clerk, one, 100_000, { reason: words })).status).toBe(200);
    const [log] = await app.dataSource.query<{ all: string; count: number }[]>(
      `select string_agg(d.details::text, '') as all, count(*)::int as count
       from audit_entry e join audit_details d on d.entry_id = e.id where e.object_id = $1`,
      [one.id],
    );
    expect([log?.count, log?.all.includes('06 12 34')]).toEqual([5, false]);
    expect(log?.all).toContain('100000');
  });

  it('forgets how to reach who applied when that is needed no more', async () => {
    const { resident, clerk, calls, applied } = await aBudgetTown(app);
    const [decided, taken, open] = [await applied(), await applied(), await applied()];
    expect((await calls.decide(clerk, decided, 200_000)).status).toBe(200);
    expect((await calls.post(resident, taken, 'withdraw')).body.contact).toBeNull();
    const contacts = () =>
      Promise.all([decided, open].map(async ({ id }) => (await calls.get(resident, id)).body.contact));
    const now = app.now();
    const after = (days: number) => app.goTo(new Date(now.getTime() + days * 86_400_000));
    after(applicationLimits.contactDays);
    await app.get(ApplicationsService).forgetContacts();
    after(0);
    expect(await contacts()).toEqual(['0344 12 34 56', '0344 12 34 56']);
    after(applicationLimits.contactDays + 1);
    await app.get(ApplicationsService).forgetContacts();
    after(0);
    expect(await contacts()).toEqual([null, '0344 12 34 56']);
  });

  it('is listed by pages, in the order of receipt, with as many questions to the database for 50 as for 5', async () => {
    const town = await aBudgetTown(app);
    const { tricht, broker, resident, calls, applied } = town;
    const queries = async () =>
      (await app.queriesDuring(async () => expect((await calls.list(broker, '?limit=100')).status).toBe(200))).length;
    for (let at = 0; at < 5; at += 1) await applied();
    const few = await queries();
    await anotherPoint(app, town);
    const people = await residents(tricht.id, 45);
    await Promise.all(people.map((one) => applied({}, one)));
    expect(await queries()).toBe(few);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `?limit=20${cursor && `&cursor=${cursor}`}`;
      const { body } = await calls.list(broker, path);
      seen.push(...body.items.map(({ reference }) => reference));
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(50);
    expect(seen).toEqual([...seen].sort());
    const own = (await calls.list(resident, '?list=own&limit=3')).body.items.map(({ reference }) => reference);
    expect(own).toEqual(seen.slice(2, 5).reverse());
  });
});
