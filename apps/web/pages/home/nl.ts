const noun = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const nl = {
  page: '',
  title: (villages: number) => `Wat willen onze ${villages || ''} dorpen?`.replace('  ', ' '),
  lead: 'Hier leest u wat er in uw dorp speelt, wie aan zet is en welk dorp hetzelfde wil als u.',
  topics: {
    title: 'Welke dorpen willen hetzelfde?',
    lead: 'Kies een onderwerp. U ziet de dorpen in de lijst en op de kaart.',
    group: 'Onderwerp',
    why: (villages: number) =>
      `${noun(villages, 'dorp wil', 'dorpen willen')} dit. Zij kunnen van elkaar leren, of het samen doen.`,
    none: 'Nog geen twee dorpen willen hetzelfde. Zodra dat zo is, ziet u het hier.',
    map: 'De dorpen op de kaart',
  },
  village: (name: string, points: number, done: number) => `${name}: ${noun(points, 'punt', 'punten')}, ${done} gedaan`,
  feed: {
    title: 'In beweging',
    empty: 'Er is nog niets gebeurd. Doet u het eerste voorstel?',
  },
  aside: 'Stilte en cijfers',
  quiet: {
    title: 'Hier is het lang stil',
    text: 'Geen nieuws is ook nieuws. Deze punten wachten het langst op een antwoord.',
    age: (age: string) => `laatste bericht ${age}`,
  },
  numbers: {
    title: 'Nu in cijfers',
    sum: (points: number, villages: number) =>
      `${noun(points, 'punt', 'punten')} in ${noun(villages, 'dorp', 'dorpen')}`,
  },
  all: {
    title: (villages: number) => `Alle ${villages || ''} dorpen`.replace('  ', ' '),
    note: 'Met het aantal punten dat wij kennen.',
  },
};
