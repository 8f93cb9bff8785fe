import { perform, aProposal, aTown, reasons, see } from '@kernagenda/proposals/api/testing';
import type { ProposalBuilder, TestTown } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import type { SearchAnswer } from '@kernagenda/search/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import { aVillage } from '@kernagenda/villages/api/testing';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
afterAll(() => app.close());

const write = (title: string, body = '', place = ''): ProposalBuilder =>
  aProposal(app).in(town.tricht).by(town.resident).with({ title, body, place });

async function point(title: string, body = '', place = ''): Promise<ProposalView> {
  const saved = await write(title, body, place).approvedBy(town.broker).save();
  await app.settle();
  return saved;
}

async function search(q: string, filter: Readonly<Record<string, string>> = {}): Promise<SearchAnswer> {
  const query = new URLSearchParams({ q, ...filter });
  const { status, body } = await app.request<SearchAnswer>('GET', `/api/v1/search?${query.toString()}`);
  expect(status).toBe(200);
  return body;
}

const titles = ({ items }: SearchAnswer): string[] => items.map(({ title }) => title);

const countOf = async (text: string): Promise<number> => {
  const rows = await app.dataSource.query<{ count: number }[]>(
    `select ((select count(*) from search_word where word like '%' || $1 || '%')
      + (select count(*) from search_text where words::text like '%' || $1 || '%'
          or array_to_string(spellings || stems, ' ') like '%' || $1 || '%'))::int as count`,
    [text],
  );
  return rows[0]?.count ?? 0;
};

describe('the words of a point', () => {
  beforeAll(async () => {
    await point('Zwaluwkasten aan het dorpshuis', 'Voor de vogels onder het dak.');
    await point('Klompenpad langs de uiterwaard', 'Met zwaluwkasten onderweg.');
    await point('Dijkverlichting bij het gemaal');
  });

  it.each([
    ['another form', 'klompenpaden', 'Klompenpad langs de uiterwaard'],
    ['accents and capitals', 'GEMÁAL', 'Dijkverlichting bij het gemaal'],
    ['a part of a compound', 'verlichting', 'Dijkverlichting bij het gemaal'],
    ['the parts of a compound apart', 'verlichting dijk', 'Dijkverlichting bij het gemaal'],
    ['the beginning of the last word', 'klompe', 'Klompenpad langs de uiterwaard'],
    ['words in between', 'verlichting op de dijk', 'Dijkverlichting bij het gemaal'],
  ])('are found in %s', async (_, q, title) => {
    expect(titles(await search(q))).toContain(title);
  });

  it('stand first when they are in the title', async () => {
    expect(titles(await search('zwaluwkasten'))).toEqual([
      'Zwaluwkasten aan het dorpshuis',
      'Klompenpad langs de uiterwaard',
    ]);
  });

  it('are found with a slip, and the answer says what was looked for', async () => {
    const answer = await search('klompenapd');
    expect(titles(answer)).toEqual(['Klompenpad langs de uiterwaard']);
    expect(answer.corrected).toEqual([{ typed: 'klompenapd', used: 'klompenpad' }]);
  });

  it('of two words that thousands of points have each finds those that have both', async () => {
    await point('Vogelkijkhut langs de kreek');
    await point('Vogelkijkhut bij de plas');
    await app.dataSource.query(
      `update search_word set texts = 50000 where word like 'vogelkijkhut%' or word = 'kreek'`,
    );
    expect(titles(await search('vogelkijkhut kreek'))).toEqual(['Vogelkijkhut langs de kreek']);
  });

  it('are all needed; where no point has all, those with one of them come, and the answer says so', async () => {
    expect(await search('zwaluwkasten uiterwaard')).toMatchObject({ matched: 'all', found: 1 });
    const some = await search('klompenpad gemaal');
    expect(some.matched).toBe('any');
    expect(titles(some).sort()).toEqual(['Dijkverlichting bij het gemaal', 'Klompenpad langs de uiterwaard']);
  });

  it('that nobody uses find nothing, and say nothing', async () => {
    expect(await search('ruimtevaartmuseum')).toEqual({
      items: [],
      nextCursor: null,
      found: 0,
      matched: 'all',
      villages: [],
      themes: [],
      corrected: [],
    });
  });

  it('are those that are public now: a new text after the broker approved it', async () => {
    const wish = await point('Een waterpomp bij de speelweide');
    const text = { title: 'Een kabelbaan bij de speelweide', body: '', place: '', theme: wish.theme, kind: wish.kind };
    const waiting = await perform<ProposalView>(app, town.resident, 'versions', wish, text);
    await app.settle();
    expect(titles(await search('kabelbaan'))).toEqual([]);
    await perform(app, town.broker, 'versions/2/approve', waiting.body);
    await app.settle();
    expect(titles(await search('kabelbaan'))).toEqual(['Een kabelbaan bij de speelweide']);
    expect(titles(await search('waterpomp'))).toEqual([]);
  });
});

describe('filters', () => {
  it('narrow down to a village, a theme and a state, also without words', async () => {
    const [village, other] = [await aVillage(app, { name: 'Gellicum' }), await aVillage(app, { name: 'Acquoy' })];
    for (const home of [village, other]) {
      const resident = await aPerson(app, { homeVillageId: home.id });
      const broker = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: home.id }] });
      const text = { title: `Insectenhotel ${home.name}`, theme: 'green' } as const;
      const wish = await aProposal(app).in(home).by(resident).with(text).approvedBy(broker).save();
      if (home === other) await perform(app, broker, 'explore', wish);
    }
    await app.settle();
    const found = async (filter: Readonly<Record<string, string>>): Promise<string[]> =>
      titles(await search('insectenhotel', filter)).sort();
    expect(await found({})).toEqual(['Insectenhotel Acquoy', 'Insectenhotel Gellicum']);
    expect(await found({ village: village.slug })).toEqual(['Insectenhotel Gellicum']);
    expect(await found({ agendaState: 'exploring' })).toEqual(['Insectenhotel Acquoy']);
    expect(await found({ theme: 'housing' })).toEqual([]);
    expect(titles(await search('', { village: other.slug, theme: 'green' }))).toEqual(['Insectenhotel Acquoy']);
    expect(titles(await search('', {}))).toEqual([]);
  });
});

describe('villages and themes', () => {
  it('are found by name, by its beginning, by postcode and with a slip', async () => {
    const { slug } = await aVillage(app, { name: 'Waardenburg' });
    for (const q of ['waardenburg', 'waard', 'bankje waardenburg', 'wardenburg']) {
      expect((await search(q)).villages.map((village) => village.slug)).toContain(slug);
    }
    expect((await search('4196 AB')).villages.length).toBeGreaterThan(0);
    expect((await search('sport in het groen')).themes).toEqual(['green', 'play_sport']);
  });
});

describe('pages of what is found', () => {
  beforeAll(async () => {
    for (let number = 0; number < 12; number += 1) await write(`Vlonderpad ${number}`).approvedBy(town.broker).save();
    await app.settle();
  });

  it('follow each other without gap or double, and know how many there are', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: SearchAnswer = await search('vlonderpad', { limit: '5', ...(cursor && { cursor }) });
      expect(page.found).toBe(12);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
  });

  it('take the same number of queries whatever their length', async () => {
    const queries = async (limit: string): Promise<number> =>
      (await app.queriesDuring(() => search('vlonderpad', { limit }))).length;
    expect(await queries('12')).toBe(await queries('2'));
  });

  it('need a cursor of this list', async () => {
    expect((await app.request<ProblemBody>('GET', '/api/v1/search?q=a&cursor=nope')).body.code).toBe('invalid_cursor');
  });
});

describe('what is not public', () => {
  it('attack 06: is never found, by whom ever, nor suggested as a spelling', async () => {
    const secret = (): ProposalBuilder => write('Kwibuspaviljoen in de polder');
    await secret().save();
    await secret().submitted().save();
    await secret().sentBackBy(town.broker).save();
    await secret().refusedBy(town.broker).save();
    await secret().hiddenBy(town.broker).save();
    await app.settle();
    for (const as of [null, town.resident, town.neighbour, town.broker, town.otherBroker]) {
      for (const q of ['kwibuspaviljoen', 'kwibuspavilojen', 'kwibusp']) {
        const { body } = await app.request<SearchAnswer>('GET', `/api/v1/search?q=${q}`, { as });
        expect({ q, found: body.found, corrected: body.corrected }).toEqual({ q, found: 0, corrected: [] });
      }
    }
  });

  it('attack 21: is gone from the answer at once, and from the index with its spellings when it is hidden', async () => {
    const wish = await point('Xylofoonweide achter de kerk', 'Met een theremintoren.');
    expect(await countOf('xylofoonweide')).toBeGreaterThan(0);
    // Hidden in the database alone, so that no event reached the index yet.
    await app.dataSource.query(`update proposal set moderation_state = 'hidden' where id = $1`, [wish.id]);
    for (const q of ['xylofoonweide', 'xylofoonwiede', 'theremintoren']) {
      expect(await search(q)).toMatchObject({ items: [], found: 0, corrected: [] });
    }
    await app.dataSource.query(`update proposal set moderation_state = 'approved' where id = $1`, [wish.id]);
    await perform(app, town.broker, 'hide', await see(app, wish.id, town.broker), reasons);
    await app.settle();
    expect([await countOf('xylofoon'), await countOf('theremin')]).toEqual([0, 0]);
    expect(await search('xylofoonweide')).toMatchObject({ items: [], found: 0 });
  });

  it('attack 21: leaves no spelling behind when its reading goes with it', async () => {
    const wish = await point('Ballonnenmuseum');
    expect(await countOf('ballonnenmuseum')).toBeGreaterThan(0);
    await app.dataSource.query('delete from search_text where proposal_id = $1', [wish.id]);
    expect(await countOf('ballonnenmuseum')).toBe(0);
  });

  it('is not found under a point it was merged into, but at its target', async () => {
    const [target, other] = [await point('Zweefvliegstrip oost'), await point('Zweefvliegstrip west')];
    const merged = await perform(app, town.broker, 'merge', await see(app, other.id, town.broker), {
      targetId: target.id,
    });
    expect(merged.status).toBe(200);
    expect(titles(await search('zweefvliegstrip'))).toEqual(['Zweefvliegstrip oost']);
    await app.settle();
    expect(titles(await search('zweefvliegstrip west'))).toEqual(['Zweefvliegstrip oost']);
  });
});

describe('strange input', () => {
  const probes = [
    `'; drop table search_text; --`,
    `bank') or 1=1 --`,
    `a & | ! ( ) :* <-> 'b':A \\`,
    `%_%`,
    '𝕭𝖆𝖓𝖐 \u202e \u0301 bank\u200b',
    'x'.repeat(100),
    'a b '.repeat(25),
  ];

  it.each(probes)('attack 08: the term %j is words and nothing else', async (q) => {
    const before = await app.dataSource.query<unknown[]>('select count(*) from search_text');
    expect(Array.isArray((await search(q)).items)).toBe(true);
    expect(await app.dataSource.query<unknown[]>('select count(*) from search_text')).toEqual(before);
  });

  it.each(['village', 'theme', 'agendaState'])('attack 08: the filter %s takes no SQL', async (name) => {
    for (const probe of probes) {
      const path = `/api/v1/search?q=bank&${name}=${encodeURIComponent(probe)}`;
      expect((await app.request<ProblemBody>('GET', path)).status).toBe(400);
    }
  });

  it('takes so many characters and no more', async () => {
    const path = (length: number): string => `/api/v1/search?q=${'b'.repeat(length)}`;
    expect((await app.request('GET', path(100))).status).toBe(200);
    expect((await app.request('GET', path(101))).status).toBe(400);
  });
});
