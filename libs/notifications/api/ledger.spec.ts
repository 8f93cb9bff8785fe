import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aProposal, aTown, reasons } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { Ledger } from './ledger.service';
import { act, holdMail, listOf, subjectsTo, unreadOf } from './testing';

let app: TestApp;
let town: TestTown;
let point: ProposalView;
let supporter: TestPerson;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
beforeEach(async () => {
  const { tricht, resident, broker } = town;
  supporter = await aPerson(app, { homeVillageId: tricht.id });
  point = await aProposal(app)
    .in(tricht)
    .by(resident)
    .with({ title: 'Licht in de Dorpsstraat' })
    .approvedBy(broker)
    .save();
  await app.request('PUT', `/api/v1/proposals/${point.id}/support`, { as: supporter });
});
afterAll(() => app.close());

const kindsOf = async (as: TestPerson): Promise<readonly string[]> => {
  await app.settle();
  return (await listOf(app, as)).filter(({ proposalId }) => proposalId === point.id).map(({ kind }) => kind);
};
const unread = (as: TestPerson): Promise<number> => unreadOf(app, as);
const send = (method: string, path: string, as: TestPerson, body?: object) =>
  app.request(method, `/api/v1${path}`, { as, ...(body && { body }) });

describe('a change of a point', () => {
  it('reaches everyone who supports it: live and in the app, and by mail', async () => {
    const page = await app.open({ as: supporter });
    await page.join(`person:${supporter.id}`);
    await act(app, town.broker, 'explore', point.id);
    expect(await page.hears('notifications')).toEqual({ kind: 'notifications' });
    const { subject, text, mail } = await app.mail.next(supporter.email);
    expect(subject).toBe('De gebiedsmakelaar zoekt uit wat er kan: Licht in de Dorpsstraat');
    expect(text).toContain('want u steunt dit punt');
    expect(mail.html).toContain(`href="https://kernagenda.test/voorstellen/${point.id}"`);
    expect(await listOf(app, supporter)).toMatchObject([{ kind: 'explore', reason: 'supporter', isRead: false }]);
    expect(await unread(supporter)).toBe(1);
  });

  it('reaches its author, who talked on it and who follows it, and not who did it', async () => {
    const [talker, follower] = [await aPerson(app), await aPerson(app)];
    await send('POST', `/proposals/${point.id}/comments`, talker, { kind: 'reaction', body: 'Goed plan.' });
    await send('PUT', `/proposals/${point.id}/follow`, follower);
    await send('PUT', `/proposals/${point.id}/follow`, town.secretary);
    await act(app, town.secretary, 'explore', point.id);
    expect([await kindsOf(talker), await kindsOf(follower)]).toEqual([['explore'], ['explore']]);
    expect(await kindsOf(town.resident)).toContain('explore');
    expect(await kindsOf(town.secretary)).toEqual([]);
    expect(await kindsOf(town.neighbour)).toEqual([]);
  });

  it('reaches who follows the village, once also when they support the point, and not who wants no more of it', async () => {
    const [follower, stopped] = [await aPerson(app), await aPerson(app)];
    for (const person of [follower, stopped, supporter])
      await send('PUT', `/villages/${town.tricht.slug}/follow`, person);
    await send('DELETE', `/proposals/${point.id}/follow`, stopped);
    await act(app, town.broker, 'explore', point.id);
    expect(await kindsOf(follower)).toEqual(['explore']);
    expect(await kindsOf(supporter)).toEqual(['explore']);
    expect(await kindsOf(stopped)).toEqual([]);
    const { text } = await app.mail.next(follower.email);
    expect(text).toContain('want u volgt dit dorp');
    expect(await subjectsTo(app, supporter)).toHaveLength(1);
    expect(await subjectsTo(app, stopped)).toEqual([]);
  });

  it('does not reach who stopped following it, and does again who started anew', async () => {
    await send('DELETE', `/proposals/${point.id}/follow`, supporter);
    await act(app, town.broker, 'explore', point.id);
    expect([await kindsOf(supporter), await subjectsTo(app, supporter)]).toEqual([[], []]);
    await send('PUT', `/proposals/${point.id}/follow`, supporter);
    await act(app, town.broker, 'put-on-agenda', point.id);
    expect(await kindsOf(supporter)).toEqual(['put_on_agenda']);
    await send('DELETE', `/proposals/${point.id}/support`, supporter);
    await act(app, town.broker, 'take-off-agenda', point.id);
    expect(await kindsOf(supporter)).toEqual(['put_on_agenda']);
  });

  it('reaches who chose so only in the app', async () => {
    await send('PUT', '/me/mail-choice', supporter, { choice: 'in_app' });
    await act(app, town.broker, 'explore', point.id);
    expect([await kindsOf(supporter), await subjectsTo(app, supporter)]).toEqual([['explore'], []]);
  });

  it('that is a merge reaches also whose support moved along', async () => {
    const target = await aProposal(app).in(town.tricht).by(town.neighbour).approvedBy(town.broker).save();
    await act(app, town.broker, 'merge', point.id, { targetId: target.id });
    expect(await kindsOf(supporter)).toEqual(['merge']);
    expect(await subjectsTo(app, supporter)).toHaveLength(1);
  });
});

describe('a new point in a village', () => {
  it('is told to who follows the village, in the app, and not a second time to its author', async () => {
    const { tricht, resident, broker } = town;
    await send('PUT', `/villages/${tricht.slug}/follow`, supporter);
    await send('PUT', `/villages/${tricht.slug}/follow`, resident);
    point = await aProposal(app).in(tricht).by(resident).approvedBy(broker).save();
    await app.advance({ seconds: 12 });
    expect(await kindsOf(supporter)).toEqual(['new_point']);
    expect(await kindsOf(resident)).toEqual(['approve']);
    expect(await subjectsTo(app, supporter)).toEqual([]);
  });
});

describe('attack 21: what was told', () => {
  it('is left out of list and count while the point is hidden, and its mail is not sent', async () => {
    await act(app, town.broker, 'explore', point.id);
    expect(await kindsOf(supporter)).toEqual(['explore']);
    await act(app, town.broker, 'hide', point.id, reasons);
    expect([await kindsOf(supporter), await unread(supporter)]).toEqual([[], 0]);
    await act(app, town.broker, 'show-again', point.id);
    expect([await kindsOf(supporter), await unread(supporter)]).toEqual([['explore'], 1]);
  });

  it.each([
    ['the point was hidden', () => act(app, town.broker, 'hide', point.id, reasons)],
    ['the point moved on', () => act(app, town.broker, 'put-on-agenda', point.id)],
    ['the support was taken back', () => send('DELETE', `/proposals/${point.id}/support`, supporter)],
    ['the person stopped following', () => send('DELETE', `/proposals/${point.id}/follow`, supporter)],
    ['the person wants no mail', () => send('PUT', '/me/mail-choice', supporter, { choice: 'in_app' })],
  ])('goes in no mail once %s', async (_, change) => {
    await holdMail(app, true);
    await act(app, town.broker, 'explore', point.id);
    await noted();
    await change();
    await holdMail(app, false);
    const sent = (await subjectsTo(app, supporter)).filter((subject) => subject.startsWith('De gebiedsmakelaar zoekt'));
    expect(sent).toEqual([]);
    expect(await stateOfMail()).toBe('left_out');
  });

  const stateOfMail = async (): Promise<string | undefined> => {
    const [row] = await app.dataSource.query<{ state: string }[]>(
      `select state from notification where person_id = $1 and channel = 'mail' and kind = 'explore'`,
      [supporter.id],
    );
    return row?.state;
  };
  const noted = async (): Promise<void> => {
    await app.settle();
    expect(await stateOfMail()).toBe('pending');
  };
});

describe('the ledger', () => {
  it('holds a line once, however often an event arrives', async () => {
    const happening = {
      event: `move ${point.id} 99`,
      kind: 'explore',
      proposalId: point.id,
      agendaState: 'wish',
      except: [],
      audience: 'followers',
      ids: [point.id],
    } as const;
    await Promise.all([1, 2, 3].map(() => app.get(Ledger).note(happening)));
    expect(await subjectsTo(app, supporter)).toHaveLength(1);
    expect(await kindsOf(supporter)).toEqual(['explore']);
  });

  it('writes the lines of thousands with as few questions as those of one', async () => {
    const many = 2000;
    await app.dataSource.query(
      `with people as (
        insert into person (email, display_name, created_at)
        select 'crowd' || n || '@dorp.test', 'Mens', now() from generate_series(1, $2::int) n returning id)
       insert into support (proposal_id, person_id, created_at) select $1, id, now() from people`,
      [point.id, many],
    );
    await app.dataSource.query(
      `insert into mail_choice (person_id, choice, chosen_at)
       select id, 'in_app', now() from person where email like 'crowd%'`,
    );
    const happening = { kind: 'explore', proposalId: point.id, except: [], audience: 'followers' } as const;
    // What still runs of the point that was made for this test asks questions of its own.
    await app.settle();
    const texts = await app.queriesDuring(() =>
      app.get(Ledger).note({ ...happening, event: `crowd ${point.id}`, ids: [point.id] }),
    );
    const [{ count }] = (await app.dataSource.query(
      `select count(*)::int from notification where event = 'crowd ${point.id}' and channel = 'app'`,
    )) as [{ readonly count: number }];
    expect(count).toBe(many + 2);
    expect(texts.length).toBeLessThan(8);
  });

  it('does not let a mail that cannot be sent keep others waiting, and tries that one again', async () => {
    const broken = await aPerson(app, { homeVillageId: town.tricht.id });
    await send('PUT', `/proposals/${point.id}/support`, broken);
    await app.dataSource.query(`update person set email = 'geen adres <x' where id = $1`, [broken.id]);
    await act(app, town.broker, 'explore', point.id);
    await app.mail.next(supporter.email);
    await app.dataSource.query('update person set email = $2 where id = $1', [broken.id, broken.email]);
    await app.advance({ seconds: 60 });
    await app.mail.next(broken.email);
  });

  it('marks one as read, then all, for nobody else', async () => {
    const other = await aPerson(app);
    await send('PUT', `/proposals/${point.id}/follow`, other);
    await act(app, town.broker, 'explore', point.id);
    await act(app, town.broker, 'put-on-agenda', point.id);
    await app.settle();
    const [newest] = await listOf(app, supporter);
    expect((await send('POST', `/me/notifications/${newest?.id ?? ''}/read`, other)).status).toBe(204);
    expect(await unread(supporter)).toBe(2);
    await send('POST', `/me/notifications/${newest?.id ?? ''}/read`, supporter);
    expect((await listOf(app, supporter)).map(({ isRead }) => isRead)).toEqual([true, false]);
    await send('POST', '/me/notifications/read', supporter);
    expect([await unread(supporter), await unread(other)]).toEqual([0, 2]);
  });

  it('takes the same number of questions with 5 and with 50 lines, and pages through all of them', async () => {
    const reader = await aPerson(app);
    await send('PUT', `/proposals/${point.id}/follow`, reader);
    const add = (from: number, to: number) =>
      app.dataSource.query(
        `insert into notification (event, person_id, channel, kind, reason, proposal_id, state, created_at, sent_at)
         select 'many ' || n, $1, 'app', 'explore', 'chosen', $2, 'sent', now() + n * interval '1 second', now()
         from generate_series($3::int, $4::int) n`,
        [reader.id, point.id, from, to],
      );
    const paths = ['/me/notifications?limit=100', '/me/notifications/unread', '/me/follows?limit=100'];
    const questions = async (): Promise<number[]> => {
      const counts = [];
      for (const path of paths) counts.push((await app.queriesDuring(() => send('GET', path, reader))).length);
      return counts;
    };
    await add(1, 5);
    const few = await questions();
    await add(6, 50);
    expect(await questions()).toEqual(few);
    expect(few).toEqual([2, 2, 2]);
    const seen = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/v1/me/notifications?limit=20${cursor && `&cursor=${cursor}`}`;
      const { body } = await app.request<{ items: { id: string }[]; nextCursor: string | null }>('GET', path, {
        as: reader,
      });
      body.items.forEach(({ id }) => seen.add(id));
      cursor = body.nextCursor;
    }
    expect(seen.size).toBe(50);
  });
});
