import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import type { LetterPart, LetterView } from '@kernagenda/news/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import { LetterCalls } from './testing';

let app: TestApp;
let town: TestTown;
let letters: LetterCalls;
let promises: PromiseCalls;

beforeAll(async () => {
  app = await createTestApp({ settings: { chromiumPath: null } });
  letters = new LetterCalls(app);
  promises = new PromiseCalls(app);
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const aPoint = (title: string) =>
  aProposal(app).in(town.tricht).by(town.resident).with({ title }).approvedBy(town.broker).save();

const titlesOf = ({ lines }: LetterView): Partial<Record<LetterPart, string[]>> => {
  const titles: Partial<Record<LetterPart, string[]>> = {};
  for (const { part, point } of lines) titles[part] = [...(titles[part] ?? []), point?.title ?? ''];
  return titles;
};

async function written(): Promise<LetterView> {
  const { status, body } = await letters.write(town.broker, town.tricht.slug);
  if (status !== 201) throw new Error(`Writing answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function published(letter: LetterView): Promise<LetterView> {
  const { status, body } = await letters.publish(town.broker, letter);
  if (status !== 200) throw new Error(`Publishing answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

describe('a status letter', () => {
  it('is written from facts: what is new, moved, kept, late and coming', async () => {
    const old = await aPoint('Een drempel');
    const kept = await promises.commit(town.broker, old.id, { what: 'Meten', dueOn: daysAfter(app.now(), 12) });
    await promises.commit(town.broker, old.id, { what: 'Tekenen', dueOn: daysAfter(app.now(), 5) });
    await app.advance({ days: 20 });
    await perform(app, town.secretary, 'explore', await see(app, old.id, town.secretary));
    await promises.act(town.broker, 'keep', kept, { text: 'Er is gemeten.', photos: [] });
    await aPoint('Een bank');
    await promises.commit(town.broker, old.id, { what: 'Aanleggen', dueOn: daysAfter(app.now(), 20) });
    await promises.add(town.broker, old.id, 'milestones', {
      title: 'Feest',
      when: daysAfter(app.now(), 30).slice(0, 7),
    });
    const { body: letter } = await letters.write(town.broker, town.tricht.slug, { fromOn: daysAfter(app.now(), -15) });
    expect(titlesOf(letter)).toEqual({
      new: ['Een bank'],
      moved: ['Een drempel'],
      kept: ['Een drempel'],
      late: ['Een drempel'],
      coming: ['Een drempel', 'Een drempel'],
    });
    const whats = letter.lines.map(({ what }) => what).filter((what) => what !== null);
    expect(whats).toEqual(expect.arrayContaining(['Meten', 'Tekenen', 'Aanleggen', 'Feest']));
    expect(letter).toMatchObject({ state: 'draft', publishedAt: null, introduction: '', version: 1 });
  });

  it('is said otherwise by its writer: a title, an introduction, a line reworded and one left out', async () => {
    await aPoint('Een bank');
    await aPoint('Een boom');
    const letter = await written();
    const [first, second] = letter.lines;
    const lines = [
      { id: first?.id, words: 'Daar zijn wij blij mee.', isLeftOut: false },
      { id: second?.id, words: null, isLeftOut: true },
    ];
    const edited = await letters.edit(town.secretary, letter, { title: 'Herfst', introduction: 'Dag!', lines });
    expect([edited.status, edited.body.title, edited.body.introduction]).toEqual([200, 'Herfst', 'Dag!']);
    expect(edited.body.lines.map(({ words, isLeftOut }) => [words, isLeftOut])).toEqual([
      ['Daar zijn wij blij mee.', false],
      [null, true],
    ]);
    const sent = await published(edited.body);
    expect(sent.lines.map(({ id }) => id)).toEqual([first?.id]);
    expect((await letters.get(null, letter.id)).body.lines).toHaveLength(1);
  });

  it('tells the second of two editors that it changed, and takes no lines of another letter', async () => {
    await aPoint('Een bank');
    const letter = await written();
    expect((await letters.edit(town.broker, letter, { title: 'Van de makelaar' })).status).toBe(200);
    const late = await letters.edit(town.secretary, letter, { title: 'Van de secretaris' });
    expect([late.status, late.body.code]).toEqual([412, 'stale_version']);
    const other = await written();
    const stolen = { lines: [{ id: letter.lines[0]?.id, words: 'x', isLeftOut: false }] };
    expect((await letters.edit(town.broker, other, stolen)).status).toBe(400);
  });

  it('is kept as it was sent: neither edited, sent nor thrown away again', async () => {
    const letter = await published(await written());
    expect(letter.publishedAt).not.toBeNull();
    for (const call of [letters.edit, letters.publish, letters.discard]) {
      const { status, body } = await call.call(letters, town.broker, letter);
      expect([status, body]).toMatchObject([409, { code: 'wrong_state' }]);
    }
    const draft = await written();
    expect((await letters.discard(town.broker, draft)).status).toBe(204);
    expect((await letters.get(town.broker, draft.id)).status).toBe(404);
  });

  it('begins where the last one ended, and is of a quarter at most', async () => {
    const { slug } = town.tricht;
    const next = async () => (await letters.list(town.broker, slug)).body.next;
    expect(await next()).toEqual({ fromOn: daysAfter(app.now(), -91), toOn: daysAfter(app.now(), 0) });
    await published(await written());
    await app.advance({ days: 10 });
    expect(await next()).toEqual({ fromOn: daysAfter(app.now(), -10), toOn: daysAfter(app.now(), 0) });
    expect((await letters.list(town.resident, slug)).body.next).toBeNull();
    for (const period of [
      { fromOn: daysAfter(app.now(), -92) },
      { toOn: daysAfter(app.now(), 1) },
      { fromOn: daysAfter(app.now(), 0), toOn: daysAfter(app.now(), -1) },
      { toOn: '2026-02-30' },
    ]) {
      expect((await letters.write(town.broker, slug, period)).status).toBe(400);
    }
  });

  it('tells on the same day what happened since the last one, and nothing of that again', async () => {
    const old = await aPoint('Een drempel');
    const kept = await promises.commit(town.broker, old.id, { what: 'Meten', dueOn: daysAfter(app.now(), 12) });
    await promises.act(town.broker, 'keep', kept, { text: 'Er is gemeten.', photos: [] });
    await app.advance({ seconds: 60 });
    const draft = await written();
    expect(titlesOf(draft)).toEqual({ new: ['Een drempel'], kept: ['Een drempel'] });
    expect(titlesOf(await written())).toEqual(titlesOf(draft));
    await app.advance({ seconds: 60 });
    await aPoint('Tussen schrijven en versturen');
    await app.advance({ seconds: 60 });
    await published(draft);
    await aPoint('Een bank');
    await perform(app, town.secretary, 'explore', await see(app, old.id, town.secretary));
    await app.advance({ seconds: 60 });
    expect((await letters.list(town.broker, town.tricht.slug)).body.next?.fromOn).toBe(daysAfter(app.now(), 0));
    const second = await published(await written());
    const { new: fresh, ...others } = titlesOf(second);
    expect(fresh?.sort()).toEqual(['Een bank', 'Tussen schrijven en versturen']);
    expect(others).toEqual({ moved: ['Een drempel'] });
    await app.advance({ seconds: 60 });
    expect(titlesOf(await written())).toEqual({});
  });

  it('of an earlier month tells what no letter told yet, also when a later month was told first', async () => {
    await aPoint('Een drempel');
    await app.advance({ days: 20 });
    const write = (from: number, to: number) =>
      letters.write(town.broker, town.tricht.slug, {
        fromOn: daysAfter(app.now(), from),
        toOn: daysAfter(app.now(), to),
      });
    await published((await write(-10, 0)).body);
    const { body } = await write(-30, -11);
    expect(titlesOf(body)).toEqual({ new: ['Een drempel'] });
  });

  it('attack 10: pressed twice at once it is sent once, with one mail for each who follows the village', async () => {
    const { slug } = town.tricht;
    for (const as of [town.resident, town.neighbour, town.broker])
      await app.request('PUT', `/api/v1/villages/${slug}/follow`, { as });
    await app.request('PUT', '/api/v1/me/mail-choice', { as: town.neighbour, body: { choice: 'in_app' } });
    const letter = await written();
    const before = app.mail.received.length;
    const answers = await Promise.all([letters.publish(town.broker, letter), letters.publish(town.broker, letter)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await app.settle();
    const mails = app.mail.received.slice(before).filter(({ subject }) => subject.startsWith('Statusbrief'));
    expect(mails.map(({ subject }) => subject)).toEqual(['Statusbrief van Tricht']);
    expect(mails[0]?.recipients).toEqual([town.resident.email]);
    expect(mails[0]?.text).toContain(`/kernen/${slug}/statusbrieven/${letter.id}`);
  });

  it('attack 21: a point that is hidden takes its line and the words about it out of the letter and its list', async () => {
    const [gone, stays] = [await aPoint('Het hek van nummer 4'), await aPoint('Een boom')];
    const letter = await written();
    const lines = letter.lines.map(({ id, point }) => ({
      id,
      words: `Wij kennen: ${point?.title}.`,
      isLeftOut: false,
    }));
    const sent = await published((await letters.edit(town.broker, letter, { lines })).body);
    await perform(app, town.broker, 'hide', await see(app, gone.id, town.broker), reasons);
    for (const as of [null, town.resident, town.broker]) {
      const { body } = await letters.get(as, sent.id);
      expect(body.lines.map(({ point }) => point?.id)).toEqual([stays.id]);
      expect(JSON.stringify([body, await letters.list(as, town.tricht.slug)])).not.toContain('Het hek');
    }
  });

  it('attack 01: markup in a letter stays text, in the answer and in the mail', async () => {
    await app.request('PUT', `/api/v1/villages/${town.tricht.slug}/follow`, { as: town.resident });
    const title = '<img src=x onerror=alert(1)> herfst';
    const { body } = await letters.write(town.broker, town.tricht.slug, { title });
    expect((await published(body)).title).toBe(title);
    const mail = await app.mail.next(town.resident.email);
    expect(mail.mail.html).toContain('&lt;img src=x onerror=alert(1)&gt; herfst');
    expect(mail.mail.html).not.toContain('<img');
  });

  it('takes as many queries with many lines as with few', async () => {
    await aPoint('Een bank');
    const few = await published(await written());
    for (let number = 0; number < 6; number += 1) await aPoint(`Boom ${number}`);
    const many = await published(await written());
    const count = async (id: string) => (await app.queriesDuring(() => letters.get(null, id))).length;
    expect(many.lines.length).toBeGreaterThan(few.lines.length);
    expect(await count(many.id)).toBe(await count(few.id));
  });

  it('leads who follows the link of the PDF to the page for paper where nothing can be printed', async () => {
    const { id } = await published(await written());
    const headers = { accept: 'text/html' };
    const open = (of: string) => app.request('GET', `/api/v1/status-letters/${of}/letter.pdf`, { headers });
    const { status, headers: answered } = await open(id);
    const page = `/kernen/${town.tricht.slug}/statusbrieven/${id}/papier?melding=geen-pdf`;
    expect([status, answered.get('location')]).toEqual([303, page]);
    expect((await open((await written()).id)).status).toBe(404);
  });
});
