import jsQR from 'jsqr';
import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam } from '@kernagenda/villages/api/testing';

const publicUrl = 'https://kernagenda.example';
let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp({ now: '2026-03-02T09:00:00Z', settings: { publicUrl } });
});
beforeEach(async () => {
  town = await aTown(app);
});
afterAll(() => app.close());

const get = (what: string) => app.request<string>('GET', `/api/v1/agendas/${town.tricht.slug}/${what}`);
const wish = (title: string) =>
  aProposal(app).in(town.tricht).by(town.resident).with({ title }).approvedBy(town.broker).save();
const move = async (point: Pick<ProposalView, 'id'>, action: string, body?: object) => {
  const { status } = await perform(app, town.broker, action, await see(app, point.id, town.broker), body);
  expect(status).toBe(200);
};
async function planned(title: string): Promise<ProposalView> {
  const point = await wish(title);
  for (const action of ['explore', 'put-on-agenda']) await move(point, action);
  const { id: teamId } = await aTeam(app, town.tricht);
  await move(point, 'plan', { teamId, executor: null, dueOn: '2026-06-01' });
  return point;
}
/** The lines of a calendar as a program reads them: folded lines are one (RFC 5545, 3.1). */
const linesOf = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');
/** The drawing as a camera sees it: every square of the path dark, the rest light. */
function pixelsOf(svg: string): [Uint8ClampedArray, number, number] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, left, top, side] of svg.matchAll(/M(\d+),(\d+)h(\d+)/g)) {
    for (let y = Number(top); y < Number(top) + Number(side); y += 1) {
      const from = (y * size + Number(left)) * 4;
      for (let at = from; at < from + Number(side) * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return [pixels, size, size];
}
const sly = `Bank & <b>tafel</b>; één, twee \\ "drie" BEGIN:VEVENT`;

describe('the feed', () => {
  it('tells how points came to stand and which versions there are, the newest first', async () => {
    const point = await wish('Een bank bij de haven');
    await app.advance({ days: 1 });
    const as = town.secretary;
    const body = { referenceOn: '2026-03-01', receivedBy: 'De wethouder' };
    await app.request('POST', `/api/v1/agendas/${town.tricht.slug}/versions`, { as, body });
    await app.advance({ days: 1 });
    await move(point, 'explore');
    const { status, headers, body: atom } = await get('feed');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const titles = [...atom.matchAll(/<entry>.*?<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(titles).toEqual(['Een bank bij de haven: wordt verkend', 'Versie 1 van de kernagenda is vastgelegd']);
    expect(atom).toContain(`<link rel="alternate" type="text/html" href="${publicUrl}/voorstellen/${point.id}"/>`);
    expect(atom).toContain(`<updated>${app.now().toISOString()}</updated>`);
  });

  it('has all that RFC 4287 asks of a feed and of each entry', async () => {
    await wish('Een bank bij de haven');
    const { body } = await get('feed');
    const head = body.slice(0, body.indexOf('<entry>'));
    for (const part of ['id', 'title', 'updated', 'author']) expect(head).toContain(`<${part}>`);
    expect(head).toContain('rel="self"');
    const [entry = ''] = /<entry>.*<\/entry>/.exec(body) ?? [];
    for (const part of ['id', 'title', 'updated', 'summary']) expect(entry).toContain(`<${part}>`);
  });

  it('attack 21: has nothing of what was hidden', async () => {
    const point = await wish('Het hek van de buurman');
    expect((await get('feed')).body).toContain('buurman');
    await perform(app, town.broker, 'hide', await see(app, point.id, town.broker), reasons);
    const { body, headers } = await get('feed');
    expect(body).not.toContain('buurman');
    expect(headers.get('cache-control')).toBe('no-cache');
  });

  it('writes what people typed as text', async () => {
    await wish(sly);
    const { body } = await get('feed');
    expect(body).toContain(
      '<title>Bank &amp; &lt;b&gt;tafel&lt;/b&gt;; één, twee \\ &quot;drie&quot; BEGIN:VEVENT: wens',
    );
    expect(body.match(/<title>/g)).toHaveLength(2);
  });
});

describe('the calendar', () => {
  it('has the day on which a point is to be done, as a whole day with the same uid for ever', async () => {
    const point = await planned('Een bank bij de haven');
    const { status, headers, body } = await get('calendar');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const lines = linesOf(body);
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        `UID:${point.id}@kernagenda.example`,
        `DTSTAMP:${app.now().toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
        'DTSTART;VALUE=DATE:20260601',
        'SUMMARY:Klaar: Een bank bij de haven',
        `URL;VALUE=URI:${publicUrl}/voorstellen/${point.id}`,
      ]),
    );
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('PRODID:'))).toBe(true);
  });

  it('has the day on which what is on hold is looked at again, and nothing of a wish', async () => {
    const point = await wish('Een bank bij de haven');
    await wish('Een wens zonder dag');
    await move(point, 'explore');
    await move(point, 'hold', { reason: 'De dijk gaat eerst open.', reviewOn: '2027-01-04' });
    const lines = linesOf((await get('calendar')).body);
    expect(lines).toContain('DTSTART;VALUE=DATE:20270104');
    expect(lines).toContain('SUMMARY:Wordt weer bekeken: Een bank bij de haven');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  it('has the last day of a promise, the day of a milestone, and the whole month of one that has no day', async () => {
    const point = await wish('Een bank bij de haven');
    const calls = new PromiseCalls(app);
    const { broker } = town;
    const promise = await calls.commit(broker, point.id, { what: 'De bank, plaatsen', dueOn: '2026-04-20' });
    await calls.add(broker, point.id, 'milestones', { title: 'De tekening hangt er', when: '2026-05-06' });
    await calls.add(broker, point.id, 'milestones', { title: 'De bank staat', when: '2026-12' });
    const lines = linesOf((await get('calendar')).body);
    const eventOf = (summary: string) => {
      const at = lines.indexOf(`SUMMARY:${summary}`);
      return lines.slice(lines.lastIndexOf('BEGIN:VEVENT', at), lines.indexOf('END:VEVENT', at));
    };
    expect(eventOf('Toegezegd: De bank\\, plaatsen')).toEqual(
      expect.arrayContaining([`UID:${promise.id}@kernagenda.example`, 'DTSTART;VALUE=DATE:20260420']),
    );
    expect(eventOf('Toegezegd: De bank\\, plaatsen').join()).toContain('toegezegd door de gebiedsmakelaar');
    expect(eventOf('Mijlpaal: De tekening hangt er')).toContain('DTSTART;VALUE=DATE:20260506');
    expect(eventOf('Mijlpaal: De bank staat')).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20270101']),
    );
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(3);
  });

  it('has no milestone of a point that is closed: nothing of it is to come', async () => {
    const point = await planned('Een bank bij de haven');
    await new PromiseCalls(app).add(town.broker, point.id, 'milestones', { title: 'De bank staat', when: '2026-12' });
    await move(point, 'start');
    expect(linesOf((await get('calendar')).body)).toContain('SUMMARY:Mijlpaal: De bank staat');
    await move(point, 'finish', { evidence: { text: 'De bank staat er.' } });
    expect(linesOf((await get('calendar')).body)).not.toContain('SUMMARY:Mijlpaal: De bank staat');
  });

  it('moves a promise along under the same uid, said later', async () => {
    const point = await wish('Een bank bij de haven');
    const calls = new PromiseCalls(app);
    const promise = await calls.commit(town.broker, point.id, { dueOn: '2026-04-20' });
    const before = linesOf((await get('calendar')).body);
    await app.advance({ days: 1 });
    await calls.act(town.broker, 'move', promise, { dueOn: '2026-05-20', reason: 'De leverancier is laat.' });
    const after = linesOf((await get('calendar')).body);
    expect(after).toEqual(
      expect.arrayContaining([`UID:${promise.id}@kernagenda.example`, 'DTSTART;VALUE=DATE:20260520']),
    );
    const stampOf = (lines: readonly string[]) => lines.find((line) => line.startsWith('DTSTAMP')) ?? '';
    expect(stampOf(after) > stampOf(before)).toBe(true);
  });

  it('is a calendar too while it has no day: with a component, and each line ended', async () => {
    await wish('Een wens zonder dag');
    const { body } = await get('calendar');
    expect(body).not.toContain('VEVENT');
    expect(linesOf(body)).toEqual(expect.arrayContaining(['BEGIN:VTIMEZONE', 'END:VTIMEZONE']));
    expect(body.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
  });

  it('attack 27: takes a title that writes calendar lines as words', async () => {
    const point = await planned(sly);
    // As it could stand there had it come in another way: with lines of its own.
    const words = 'Bank\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:PROCEDURE;X="a,b"\\';
    await app.dataSource.query('update proposal set title = $2 where id = $1', [point.id, words]);
    const { id: promiseId } = await new PromiseCalls(app).commit(town.broker, point.id);
    await app.dataSource.query('update commitment set what = $2 where id = $1', [promiseId, words]);
    const { body } = await get('calendar');
    const lines = linesOf(body);
    expect(lines.filter((line) => /^(BEGIN|END):(VEVENT|VALARM)/.test(line))).toEqual([
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'END:VEVENT',
    ]);
    expect(lines).toContain('SUMMARY:Klaar: Bank END:VEVENT BEGIN:VALARM ACTION:PROCEDURE\\;X="a\\,b"\\\\');
    expect(lines).toContain('SUMMARY:Toegezegd: Bank END:VEVENT BEGIN:VALARM ACTION:PROCEDURE\\;X="a\\,b"\\\\');
    expect(lines.some((line) => /^ACTION/.test(line))).toBe(false);
    expect(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('attack 21: has nothing of what was hidden', async () => {
    const point = await planned('Het hek van de buurman');
    await new PromiseCalls(app).commit(town.broker, point.id, { what: 'Praten met de buurman' });
    expect((await get('calendar')).body).toContain('Toegezegd: Praten met de buurman');
    await perform(app, town.broker, 'hide', await see(app, point.id, town.broker), reasons);
    expect((await get('calendar')).body).not.toContain('buurman');
  });
});

describe('the poster', () => {
  it('carries a code that a telephone reads as the address of the village', async () => {
    const { status, headers, body } = await get('poster');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const read = jsQR(...pixelsOf(body));
    expect(read?.data).toBe(`${publicUrl}/kernen/${town.tricht.slug}`);
  });

  it.each(['feed', 'calendar', 'poster'])('and the %s are not there for a village that is not', async (what) => {
    expect((await app.request('GET', `/api/v1/agendas/nergens/${what}`)).status).toBe(404);
  });
});
