import { importLimits, wordOfKind, wordOfState, wordOfTheme } from '@kernagenda/intake/domain/imports';
import type { FileFault, ImportColumn, RowFault } from '@kernagenda/intake/domain/imports';
import { proposalKinds, proposalLimits, themes } from '@kernagenda/proposals/domain';

export const columnWords: Readonly<Record<ImportColumn, string>> = {
  village: 'Kern',
  also: 'Ook in',
  title: 'Titel',
  body: 'Omschrijving',
  theme: 'Thema',
  kind: 'Soort',
  state: 'Stand',
  year: 'Jaar',
  source: 'Bron',
  id: 'Nummer',
};

const states = (['wish', 'on_agenda', 'in_progress', 'done'] as const).map(wordOfState).join(', ');
const { title, body } = proposalLimits;
const max: Partial<Record<ImportColumn, number>> = { title: title.max, body: body.max, id: importLimits.sourceId };

const words: Readonly<Record<RowFault['code'], (fault: RowFault) => string>> = {
  missing: () => 'vul dit in',
  too_short: ({ value }) => `“${value}” is te kort; schrijf minstens ${title.min} tekens`,
  too_long: ({ column }) =>
    column === 'also'
      ? 'hier staan te veel kernen; noem alleen de kernen die meedoen'
      : `dit is te lang; schrijf hooguit ${max[column] ?? title.max} tekens`,
  unknown_village: ({ value }) => `“${value}” is geen kern van deze gemeente`,
  unknown_theme: ({ value }) => `“${value}” is geen thema; kies uit ${themes.map(wordOfTheme).join(', ')}`,
  unknown_kind: ({ value }) => `“${value}” is geen soort; kies uit ${proposalKinds.map(wordOfKind).join(', ')}`,
  unknown_state: ({ value }) => `“${value}” kan niet worden overgenomen; kies uit ${states}`,
  no_year: ({ value }) => `“${value}” is geen jaar tot en met nu; laat leeg als u het niet weet`,
  no_address: ({ value }) => `“${value}” is geen webadres; begin met https://`,
  no_source: () => 'waar staat dit punt? Vul een webadres in, hier of voor het hele bestand',
  doubled: ({ value }) => `dit is hetzelfde punt als in rij ${value}; geef het een eigen nummer of een andere titel`,
  stands_here: () =>
    'deze kern heeft al een punt met deze titel, van een andere bron of met een ander nummer; geef dit een andere titel als het iets anders is',
};

/** What is wrong in a cell and what to do, as a sentence that begins with the column. */
export const faultText = (fault: RowFault): string => `${columnWords[fault.column]}: ${words[fault.code](fault)}.`;

export const fileFaultWords: Readonly<Record<FileFault, string>> = {
  too_large: 'Dit bestand is groter dan 10 MB. Haal plaatjes eruit of verdeel het over meer bestanden.',
  unpacks_too_large: 'Uitgepakt is dit bestand veel te groot. Sla het opnieuw op, met alleen de punten erin.',
  too_many_rows: 'Dit bestand heeft meer dan 5.000 rijen. Verdeel het over meer bestanden.',
  too_many_columns: 'Dit bestand heeft meer dan 60 kolommen. Haal weg wat niet nodig is.',
  too_much_text: 'Er staat te veel tekst in dit bestand. Verdeel het over meer bestanden.',
  no_rows: 'Er staan geen punten in. De eerste rij zegt wat de kolommen zijn; daaronder staat elk punt op een rij.',
  locked: 'Dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord.',
  old_format: 'Dit is een oud Excel-bestand, of een met een wachtwoord. Sla het op als .xlsx zonder wachtwoord.',
  unknown_format: 'Dit is geen spreadsheet. Kies een bestand dat eindigt op .xlsx of .csv.',
  broken: 'Dit bestand is niet heel. Open het, sla het opnieuw op en probeer het nog eens.',
  took_too_long: 'Het lezen duurde te lang. Sla het bestand op als .csv en probeer het nog eens.',
};
