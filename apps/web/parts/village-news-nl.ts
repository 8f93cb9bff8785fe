import { dateName } from '@kernagenda/shared/web';

/** What the page of a village says of its news. */
export const villageNewsNl = {
  title: (village: string) => `Nieuws uit ${village}`,
  told: (at: string) => dateName(at),
  news: 'Al het nieuws',
  events: 'Bijeenkomsten',
  allLetters: 'Statusbrieven',
  letter: 'Statusbrief',
};
