import type { VillageRef } from '@kernagenda/villages/domain';
import { suggestColumns } from './columns';
import { importLimits } from './limits';
import { readRows, villagesByName } from './rows';
import type { ReadRow } from './rows';

const village = (name: string, slug: string): VillageRef => ({ id: `id-${slug}`, slug, name });
const tricht = village('Tricht', 'tricht');
const est = village('Est', 'est');
const known = { villages: villagesByName([tricht, est]), sourceUrl: 'https://voorbeeld.nl/agenda', year: 2026 };

const names = ['Kern', 'Ook in', 'Titel', 'Omschrijving', 'Thema', 'Soort', 'Stand', 'Jaar', 'Bron', 'Nr.'];
const columns = suggestColumns(names);
const good = ['Tricht', '', 'Bankje bij de haven', 'Om te zitten', 'Groen', 'aanschaf', 'Klaar', '2021', '', '7'];

/** A good row in which these cells stand instead. */
function row(cells: Readonly<Record<string, string>> = {}, number = 2): { number: number; cells: string[] } {
  return { number, cells: names.map((name, index) => cells[name] ?? good[index] ?? '') };
}

function readOne(cells: Readonly<Record<string, string>>, here: Partial<typeof known> | object = {}): ReadRow {
  const [read] = readRows([row(cells)], columns, { ...known, ...here });
  if (!read) throw new Error('A row is read');
  return read;
}

describe('the columns of a file', () => {
  it('are known by what people call them, however it is written', () => {
    expect(suggestColumns(['DORP', ' Onderwerp:', 'Toelichting', "Thema's", 'Stand van zaken', 'Website'])).toEqual([
      ...['village', 'title', 'body', 'theme', 'state', 'source'],
    ]);
  });

  it('are used once, and not at all where nobody knows what they are', () => {
    expect(suggestColumns(['Titel', 'Naam', 'Budget', ''])).toEqual(['title', null, null, null]);
  });
});

describe('a row', () => {
  it('becomes a point as it was reported', () => {
    expect(readOne({})).toEqual({
      number: 2,
      faults: [],
      point: {
        sourceKey: '7',
        sourceUrl: 'https://voorbeeld.nl/agenda',
        villageId: 'id-tricht',
        alsoVillageIds: [],
        title: 'Bankje bij de haven',
        body: 'Om te zitten',
        theme: 'green',
        kind: 'good',
        agendaState: 'done',
        reportedYear: 2021,
      },
    });
  });

  it('needs a village and a title, and invents nothing for the rest', () => {
    const rest = { Omschrijving: '', Thema: '', Soort: '', Stand: '', Jaar: '', 'Nr.': '' };
    expect(readOne(rest).point).toMatchObject({ theme: 'other', kind: null, agendaState: 'wish', reportedYear: null });
    expect(readOne({ Kern: '', Titel: ' ' }).faults).toEqual([
      { column: 'village', code: 'missing', value: '' },
      { column: 'title', code: 'missing', value: '' },
    ]);
  });

  it.each([
    ['Kern', 'Trigt', 'village', 'unknown_village'],
    ['Ook in', 'Est, Nergens', 'also', 'unknown_village'],
    ['Titel', 'Bank', 'title', 'too_short'],
    ['Titel', 'x'.repeat(121), 'title', 'too_long'],
    ['Omschrijving', 'x'.repeat(4001), 'body', 'too_long'],
    ['Thema', 'vliegtuigen', 'theme', 'unknown_theme'],
    ['Soort', 'iets', 'kind', 'unknown_kind'],
    ['Stand', 'gepland', 'state', 'unknown_state'],
    ['Jaar', 'vorig jaar', 'year', 'no_year'],
    ['Jaar', '2027', 'year', 'no_year'],
    ['Jaar', '1899', 'year', 'no_year'],
    ['Bron', 'javascript:alert(1)', 'source', 'no_address'],
    ['Bron', 'een folder', 'source', 'no_address'],
    ['Nr.', 'x'.repeat(101), 'id', 'too_long'],
  ])('with %s "%.20s" is faulty in that cell', (name, value, column, code) => {
    const { point, faults } = readOne({ [name]: value });
    expect(point).toBeNull();
    expect(faults).toMatchObject([{ column, code }]);
    expect(faults[0]?.value.length).toBeLessThanOrEqual(importLimits.toldValue);
  });

  it('tells everything that is wrong with it at once', () => {
    const { faults } = readOne({ Kern: 'Trigt', Titel: 'x', Jaar: 'ooit' });
    expect(faults.map(({ column }) => column)).toEqual(['village', 'title', 'year']);
  });

  it('names its own source, or that of the whole file, or is faulty', () => {
    expect(readOne({ Bron: 'http://dorp.nl/a' }).point?.sourceUrl).toBe('http://dorp.nl/a');
    expect(readOne({}, { sourceUrl: null }).faults).toEqual([{ column: 'source', code: 'no_source', value: '' }]);
  });

  it.each([
    ['jaar onbekend', null],
    ['2021.0', 2021],
    ['2026', 2026],
  ])('reads the year %s', (text, year) => {
    expect(readOne({ Jaar: text }).point?.reportedYear).toBe(year);
  });

  it('may stand in other villages too, each once and never in its own again', () => {
    expect(readOne({ 'Ook in': 'est; EST/Tricht' }).point?.alsoVillageIds).toEqual(['id-est']);
  });

  it('is one line where a title is, without what cannot be seen', () => {
    expect(readOne({ Titel: 'Bankje\u202e bij\r\nde  haven' }).point?.title).toBe('Bankje bij de haven');
  });
});

describe('the key of a row', () => {
  const keyOf = (cells: Readonly<Record<string, string>>): string | undefined =>
    readOne({ 'Nr.': '', ...cells }).point?.sourceKey;

  it('is its number, or else its village and title, however they are written', () => {
    expect(readOne({}).point?.sourceKey).toBe('7');
    expect(keyOf({ Titel: 'Bankje bij de Haven!' })).toBe(keyOf({ Omschrijving: 'Beter gezegd', Jaar: '2020' }));
    expect(keyOf({ Kern: 'Est' })).not.toBe(keyOf({}));
    expect(keyOf({ Titel: 'Bankje bij de kerk' })).not.toBe(keyOf({}));
  });

  it('stands once in a file: the second row with it is told of the first', () => {
    const rows = [row({}, 2), row({ Titel: 'Iets heel anders' }, 3), row({ Bron: 'https://dorp.nl' }, 4)];
    expect(readRows(rows, columns, known).map(({ faults }) => faults)).toEqual([
      [],
      [{ column: 'id', code: 'doubled', value: '2' }],
      [],
    ]);
    const [, second] = readRows([row({ 'Nr.': '' }, 5), row({ 'Nr.': '' }, 9)], columns, known);
    expect(second?.faults).toEqual([{ column: 'title', code: 'doubled', value: '5' }]);
  });

  it.each(['12-3-2021', '12/03/2021', '2021-03-12', '2021-03-12T10:00:00'])('may have a day for a year: %s', (day) => {
    expect(readOne({ Jaar: day }).point?.reportedYear).toBe(2021);
  });

  it.each(['12-3-2027', '1-1-1899', '99-99-99999'])('has no year in %s', (day) => {
    expect(readOne({ Jaar: day }).faults).toMatchObject([{ code: 'no_year' }]);
  });

  it('attack 18: tells one thing of a cell with more villages than there are', () => {
    const { faults } = readOne({ 'Ook in': 'Nergens, '.repeat(10_000) });
    expect(faults).toMatchObject([{ column: 'also', code: 'too_long' }]);
    expect(readOne({ 'Ook in': 'Est,'.repeat(200) }).point?.alsoVillageIds).toEqual(['id-est']);
  });

  it('never tells half a character', () => {
    const { faults } = readOne({ Kern: `${'x'.repeat(importLimits.toldValue - 1)}😀` });
    expect(faults[0]?.value).toBe('x'.repeat(importLimits.toldValue - 1));
  });
});
