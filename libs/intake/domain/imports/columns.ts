import { plainName } from '@kernagenda/villages/domain/find';

/** What a column of a file can be. A row needs a village and a title; the rest may be empty or missing. */
export const importColumns = [
  'village',
  'also',
  'title',
  'body',
  'theme',
  'kind',
  'state',
  'year',
  'source',
  'id',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What each column of a file is, from left to right; null is not taken over. */
export type ColumnChoice = readonly (ImportColumn | null)[];

/** How people call these columns, as `plainName` leaves the words. */
const headings: Readonly<Record<ImportColumn, readonly string[]>> = {
  village: ['kern', 'dorp', 'dorpskern', 'plaats', 'plaatsnaam', 'woonplaats', 'stad', 'stadje', 'village'],
  also: ['ookin', 'ookvoor', 'anderekernen', 'anderedorpen', 'samenmet', 'anderekern', 'anderdorp', 'alsovillages'],
  title: ['titel', 'punt', 'agendapunt', 'onderwerp', 'wens', 'voorstel', 'idee', 'actiepunt', 'naam', 'wat', 'title'],
  body: [
    'omschrijving',
    'beschrijving',
    'toelichting',
    'tekst',
    'uitleg',
    'waarom',
    'inhoud',
    'opmerking',
    'opmerkingen',
    'description',
    'text',
  ],
  theme: ['thema', 'categorie', 'onderdeel', 'themas', 'rubriek', 'theme'],
  kind: ['soort', 'type', 'aard', 'kind'],
  state: ['stand', 'status', 'standvanzaken', 'voortgang', 'fase', 'state'],
  year: ['jaar', 'jaartal', 'jaarvandestand', 'gemeldin', 'year'],
  source: ['bron', 'link', 'url', 'webadres', 'pagina', 'website', 'webpagina', 'source', 'sourceurl'],
  id: ['id', 'nummer', 'nr', 'kenmerk', 'code', 'puntnummer', 'volgnummer', 'number'],
};

const columnOf = new Map(importColumns.flatMap((column) => headings[column].map((word) => [word, column] as const)));

/** What the columns under these headings most probably are; each is used once, by the first that is called so. */
export function suggestColumns(names: readonly string[]): ColumnChoice {
  const free = new Set<ImportColumn>(importColumns);
  return names.map((name) => {
    const column = columnOf.get(plainName(name));
    return column && free.delete(column) ? column : null;
  });
}

/** The same for the same headings in the same order, however they are written. */
export const headingsKey = (names: readonly string[]): string => names.map(plainName).join('|');
