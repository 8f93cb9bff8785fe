import { type PointFigures, boardLimits } from '@kernagenda/board/domain';
import type { Figures } from '@kernagenda/commitments/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { dateName, listName, timeName } from '@kernagenda/shared/web';

const { people, voiceDays } = boardLimits;
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const due = ({ keptInTime, keptLate, late }: Figures): number => keptInTime + keptLate + late;

export const nl = {
  title: 'Het bord',
  lead: (municipality: string) =>
    `Zo staat ${municipality} ervoor: wat is beloofd en gedaan, over welke punten is er nieuws, en wie horen we niet?`,
  demo: 'Dit is een demonstratie. Dorpen en overgenomen punten zijn echt; toezeggingen, mensen en steun zijn voorbeelden. Trek hieruit geen conclusies over een dorp.',
  counted: (at: string) => `Geteld op ${dateName(at)} om ${timeName(at)}, over wat iedereen op deze site kan lezen.`,
  promises: {
    title: 'Beloofd en nagekomen',
    fact: (figures: Figures) => `${figures.keptInTime} van ${due(figures)}`,
    note: 'toezeggingen op tijd gedaan',
    none: 'Nog geen',
    noneNote: 'Er hoefde nog geen toezegging klaar te zijn',
    sum: ({ keptInTime, keptLate, late, open }: Figures) =>
      `${counted(keptInTime + keptLate + late + open, 'toezegging', 'toezeggingen')}: ${keptInTime} op tijd gedaan, ${keptLate} later gedaan, ${late} te laat en nog niet gedaan. ${open === 1 ? '1 loopt nog en telt' : `${open} lopen nog en tellen`} nog niet mee.`,
    where: (villages: number, all: number) =>
      `In ${villages} van de ${all} dorpen is iets toegezegd. We rekenen met de datum die het eerst is beloofd: verschuiven maakt het niet mooier.`,
    all: 'Bekijk alle toezeggingen',
  },
  points: {
    heading: 'Nieuws over de agenda',
    title: 'Waar is nieuws over, en waarover niet?',
    fact: ({ moving, still, paused }: PointFigures) => `${moving} van ${moving + still + paused}`,
    note: `punten op de agenda hadden nieuws in de laatste ${voiceDays} dagen`,
    sum: ({ moving, still, paused, done }: PointFigures) =>
      `${counted(moving + still + paused, 'punt staat', 'punten staan')} op de agenda: over ${moving} is nieuws van de laatste ${voiceDays} dagen, over ${still} niet, en ${paused} ${paused === 1 ? 'wacht' : 'wachten'} tot een afgesproken dag. ${counted(done, 'punt is', 'punten zijn')} gedaan.`,
    how: 'Geen nieuws betekent niet altijd dat er niets gebeurt: het betekent dat niemand het vertelde.',
    stillest: (names: readonly string[]) => `De meeste punten zonder nieuws: ${listName(names)}.`,
    still: (name: string, count: number) => `${name} (${count})`,
    shared: 'Een punt van meer dorpen telt in elk van die dorpen mee, en één keer in het totaal.',
    columns: {
      done: 'Gedaan',
      moving: 'Nieuws',
      paused: proposalWords.agendaStates.on_hold,
      still: 'Geen nieuws',
    } satisfies Record<Exclude<keyof PointFigures, 'wishes'>, string>,
  },
  voices: {
    title: 'Wie horen we niet?',
    fact: (silent: number, all: number) => `${silent} van ${all}`,
    note: `dorpen lieten ${voiceDays} dagen niets horen via deze site`,
    lead: `Uit deze dorpen kwam ${voiceDays} dagen lang geen voorstel, geen steun en geen reactie via deze site. Misschien is het tijd voor een bezoek.`,
    all: `Uit elk dorp hoorden we iets in de laatste ${voiceDays} dagen.`,
    how: 'We tellen hier dorpen en geen mensen. Zo wijst geen getal iemand aan.',
  },
  savings: {
    title: 'Wat samen kopen opleverde',
    won: 'netto bespaard met samen kopen',
    lost: 'netto verloren met samen kopen',
    none: 'Nog niets',
    noneNote: 'Er is nog geen gezamenlijke inkoop afgerekend',
    how: 'Netto is: wat het apart kostte, min de rekening, min de uren en kosten van het samenwerken. Geboekt na de factuur. Verlies telt mee als verlies.',
    columns: { what: 'Wat', villages: 'Dorpen', net: 'Netto, in euro' },
    at: (day: string) => `Afgerekend op ${day}`,
  },
  tables: { villages: 'Per dorp', themes: 'Per thema', village: 'Dorp', theme: 'Thema', total: 'Totaal' },
  visits: {
    title: 'Op bezoek',
    lead: 'Per dorp één blad: wat is gedaan en wie bedankt u, wat is te laat, en wat vroegen mensen al vaker?',
  },
  visit: {
    title: (village: string) => `Op bezoek in ${village}`,
    lead: (at: string) => `Wat u moet weten, zoals het was op ${dateName(at)}.`,
    back: 'Terug naar het bord',
    facts: {
      promises: 'Toezeggingen',
      kept: (figures: Figures) =>
        due(figures) ? `${figures.keptInTime} van ${due(figures)} op tijd` : 'Nog geen klaar',
      open: ({ late, open }: Figures) =>
        `${late} te laat. ${open === 1 ? '1 loopt nog' : `${open} lopen nog`}, buiten deze telling`,
      points: 'Agenda',
      onAgenda: ({ moving, still, paused }: PointFigures) => counted(moving + still + paused, 'punt', 'punten'),
      news: ({ moving, paused }: PointFigures) => `Over ${moving} nieuws in ${voiceDays} dagen. ${paused} in de wacht`,
      wishes: 'Wensen',
      wished: (wishes: number) => counted(wishes, 'wens', 'wensen'),
      notYet: 'Nog niet op de agenda',
      done: 'Gedaan',
      doneCount: (done: number) => counted(done, 'punt', 'punten'),
      ever: 'Alles bij elkaar',
    },
    parts: {
      done: { title: 'Gedaan: wie bedankt u?', none: 'In het laatste jaar is hier geen punt afgerond.' },
      late: { title: 'Te laat', none: 'Geen toezegging is te laat.' },
      next: { title: 'Komt eraan', none: 'Er loopt geen toezegging.' },
      moving: { title: 'Nieuws', none: `Er is geen nieuws van de laatste ${voiceDays} dagen.` },
      still: { title: 'Geen nieuws', none: 'Geen punt is zonder nieuws.' },
      wishes: { title: 'Wensen: wat vragen mensen?', none: 'Er is geen wens die nog niet op de agenda staat.' },
      questions: { title: 'Wacht op antwoord', none: 'Geen vraag staat open na de beloofde dag.' },
    },
    done: (at: string, author: string | null) => `${dateName(at)}.${author ? ` Idee van ${author}.` : ''}`,
    promise: (by: string, dueOn: string) => `${by}, uiterlijk ${dateName(dueOn)}`,
    news: (team: string, since: string) =>
      `${team ? `${team}. ` : ''}${since ? `Laatste nieuws ${since}` : 'Niemand weet van wanneer het laatste nieuws is'}`,
    wished: (times: number, support: number | null) =>
      [
        ...(times > 1 ? [`${times} keer gevraagd`] : []),
        support === null ? `steun van minder dan ${people} mensen` : `steun van ${support} mensen`,
      ].join(', '),
    question: (dueOn: string) => `Antwoord was beloofd voor ${dateName(dueOn)}`,
    some: (shown: number, more: number) => `${shown} van ${shown + more}`,
    before: 'Vooraf bellen',
    broker: 'Gebiedsmakelaar',
    group: 'Kernagendagroep',
    noBroker: 'Vraag de gemeente wie dat is.',
  },
};
