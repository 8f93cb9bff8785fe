import { themeNamed, wordOfKind, wordOfState, wordOfTheme } from '@kernagenda/intake/domain/imports';
import { writeWorkbook } from '@kernagenda/intake/api/imports/workbook';
import { points } from './data';
import { agendaStateOfSource } from './points';

const headings = ['Id', 'Kern', 'Ook in', 'Titel', 'Omschrijving', 'Thema', 'Soort', 'Stand', 'Jaar', 'Bron'];

/** The 199 real points as a municipality could have them in a folder: one row each, in Dutch words. */
export const pointRows = (): string[][] => [
  headings,
  ...points.map(({ id, village, alsoVillages = [], title, description, theme, kind, status, year, sourceUrl }) => [
    id,
    village,
    alsoVillages.join(', '),
    title,
    description,
    wordOfTheme(themeNamed(theme) ?? 'other'),
    wordOfKind(kind),
    wordOfState(agendaStateOfSource[status]),
    year === null ? 'jaar onbekend' : String(year),
    sourceUrl,
  ]),
];

/** The same as a workbook. */
export const pointsSheet = (): Buffer => writeWorkbook(pointRows());
