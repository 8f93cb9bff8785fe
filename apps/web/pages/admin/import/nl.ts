import { type BatchCounts, type BatchState, importLimits } from '@kernagenda/intake/domain/imports';

const points = (count: number): string => (count === 1 ? '1 punt' : `${count} punten`);
const rows = (count: number): string => (count === 1 ? '1 rij' : `${count} rijen`);

const states: Readonly<Record<BatchState, string>> = {
  read: 'Gecontroleerd, nog niets overgenomen',
  importing: 'Wordt nu overgenomen',
  imported: 'Overgenomen',
  undoing: 'Wordt nu teruggedraaid',
  undone: 'Teruggedraaid',
};

export const nl = {
  title: 'Punten overnemen',
  lead: 'Staat de kernagenda al in een bestand? Neem die over. Eerst ziet u wat er zou gebeuren; pas als u dat zegt, verandert er iets.',
  points,
  states,
  send: {
    title: 'Bestand of tekst',
    file: { label: 'Kies een bestand', hint: 'Excel (.xlsx) of CSV, tot 10 MB en 5.000 rijen.' },
    paste: {
      label: 'Of plak de rijen hier',
      hint: 'Zoals u ze kopieert uit een spreadsheet, met de koppen erboven. Nodig zijn Kern en Titel; ook mag: Omschrijving, Thema, Soort, Stand, Jaar, Bron, Ook in en Nummer.',
      name: 'Geplakte tekst',
    },
    button: 'Controleer',
    busy: 'Wordt gelezen…',
    nothing: 'Kies een bestand of plak de rijen.',
    both: 'Kies een bestand of plak de rijen, niet allebei. Maak een van de twee leeg.',
    busyElsewhere: 'Er worden al bestanden gelezen. Probeer het over een minuut opnieuw.',
  },
  list: {
    title: 'Eerder gebracht',
    none: { title: 'Nog niets gebracht', text: 'Hier staat straks wat u hebt overgenomen, en hoe u dat terugdraait.' },
    failed: 'De lijst kan nu niet worden geladen',
    by: (name: string, day: string) => `${name}, ${day}`,
    taken: (counts: BatchCounts) => `${points(counts.taken - counts.gone)} van dit bestand op de kernagenda’s`,
  },
  one: {
    back: 'Alle bestanden',
    failed: 'Dit bestand kan nu niet worden geladen',
    columns: {
      title: 'Wat staat waar?',
      lead: 'Kernagenda onthoudt dit voor het volgende bestand met dezelfde koppen.',
      none: 'Niet overnemen',
      label: (heading: string, number: number) => (heading ? `Kolom “${heading}”` : `Kolom ${number}, zonder kop`),
      source: {
        label: 'Waar staan deze punten?',
        hint: 'Het webadres van de pagina, voor rijen zonder eigen bron.',
        fault: `Vul een webadres in dat begint met https:// of http://, van hooguit ${importLimits.sourceUrl} tekens.`,
      },
      twice: 'Elke kolom kan één keer worden gekozen.',
      button: 'Controleer opnieuw',
      done: 'Het bestand is opnieuw gecontroleerd.',
    },
    result: {
      title: 'Wat er zou gebeuren',
      after: 'Wat er in het bestand stond',
      new: (count: number) => `${points(count)} nieuw`,
      same: (count: number) => `${points(count)} stond hier al precies zo`,
      differs: (count: number) =>
        `${points(count)} staat hier al, met een andere tekst of stand: dat blijft zoals het hier staat`,
      faulty: (count: number) => `${rows(count)} met een fout: die blijven weg`,
      source: (address: string) => `Rijen zonder eigen bron horen bij ${address}.`,
      leftOut: (sheets: readonly string[]) =>
        `Alleen het eerste blad van dit bestand is gelezen. Niet gelezen: ${sheets.join(', ')}. Sla een blad dat u ook wilt overnemen op als eigen bestand.`,
    },
    faults: {
      title: 'Wat er mis is',
      row: 'Rij',
      point: 'Punt',
      fault: 'Wat u kunt doen',
      more: (count: number) => `En nog ${rows(count)} met een fout.`,
    },
    preview: {
      title: 'De eerste rijen',
      outcome: 'Wat ermee gebeurt',
      outcomes: { new: 'Nieuw', same: 'Staat er al', differs: 'Staat er al, anders', faulty: 'Fout' },
    },
    kept: {
      title: 'Gebleven',
      text: 'Mensen steunden deze punten, schreven erbij of werkten eraan. Dat gaat niet verloren.',
    },
    confirm: (count: number) => `Neem ${points(count)} over`,
    nothingNew: 'Er is niets nieuws om over te nemen.',
    discard: 'Gooi dit bestand weg',
    discarded: 'Het bestand is weg. Er is niets overgenomen.',
    progress: {
      importing: (done: number, all: number) => `${done} van ${points(all)} overgenomen`,
      undoing: (done: number, all: number) => `${done} van ${points(all)} teruggedraaid`,
      told: (state: string, percent: number) => `${state}: ${percent} procent.`,
      cancel: 'Stop en draai terug',
    },
    undo: 'Draai alles terug',
    undoHint: 'De punten van dit bestand verdwijnen. Punten waar mensen iets mee deden, blijven staan.',
  },
  failures: {
    wrong_state: 'Dit kan nu niet. Misschien wordt er net een ander bestand overgenomen; wacht tot dat klaar is.',
  } as Readonly<Record<string, string>>,
};
