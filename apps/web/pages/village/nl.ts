const noun = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const number = new Intl.NumberFormat('nl-NL');

export const nl = {
  crumbs: 'Kruimelpad',
  all: 'Alle dorpen',
  lead: (population: number, year: number, points: number, open: number) => {
    const people = `${number.format(population)} inwoners (${year}).`;
    if (!points) return `${people} Er staat nog niets op de kernagenda.`;
    const waiting = open ? `Bij ${open === 1 ? 'één' : String(open)} daarvan is nog iemand aan zet.` : '';
    return `${people} Wij kennen ${noun(points, 'punt', 'punten')} van dit dorp. ${waiting}`.trim();
  },
  wish: {
    label: (village: string) => `Wat wenst u voor ${village}?`,
    hint: 'Eén zin is genoeg. U ziet meteen wie hetzelfde wil.',
    button: 'Verder',
  },
  agenda: (village: string) => `De kernagenda van ${village}`,
  tabs: { label: 'Toon', open: 'Loopt nog', done: 'Gedaan', wishes: 'Wensen' },
  doneTitle: 'Dit is gelukt',
  doneCount: (count: number) => noun(count, 'punt', 'punten'),
  wishesTitle: 'Wensen',
  wishesNote: 'Nog niet op de agenda. Steun wat u ook wilt.',
  yearUnknown: 'jaar onbekend',
  empty: {
    title: (village: string) => `Nog niets op de agenda van ${village}`,
    text: 'Wat wenst u voor uw dorp?',
    button: 'Doe een voorstel',
  },
  aside: (village: string) => `Over ${village}`,
  state: {
    title: 'Stand van zaken',
    text: (done: number, motion: number, talk: number) =>
      `${done} gedaan, ${motion} in uitvoering of gepland, ${talk} op de agenda of wens.`,
    promise: 'Op de agenda staan is geen belofte.',
  },
  who: {
    title: 'Wie helpt u?',
    broker: 'Gebiedsmakelaar',
    brokerText: (village: string) => `Gebiedsmakelaar van ${village}. Leest uw voorstel en zoekt wie het kan doen.`,
    group: (chairs: string, secretaries: string, members: number) =>
      [
        chairs && `Voorzitter: ${chairs}.`,
        secretaries && `Secretaris: ${secretaries}.`,
        members ? `${noun(members, 'lid', 'leden')}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    example: 'Welke dorpen bij wie horen, is in deze demonstratie een voorbeeld.',
  },
  together: { title: 'Samen met', text: (village: string) => `Deze dorpen willen hetzelfde als ${village}.` },
  neighbours: { title: 'Buurdorpen' },
  paper: {
    title: 'Agenda en budget',
    whole: 'Bord, tijdlijn en versies',
    folder: 'De folder, om te drukken',
    budget: 'Het dorpsbudget',
  },
  printNote: (date: string) => `Peildatum ${date}. Op de agenda staan is geen belofte.`,
  source: 'Bron inwoners:',
  failed: 'Dit dorp kan nu niet worden geladen',
};
