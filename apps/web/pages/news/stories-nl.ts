import { dateName } from '@kernagenda/shared/web';

/** Words of the series of stories. */
export const storiesNl = {
  title: 'Gedaan in de dorpen',
  lead: 'Wat eerst een wens was, is er nu. Zo ging het, wat het kostte, en wie het samen deden.',
  feed: 'Volg de verhalen in uw nieuwslezer (Atom)',
  before: 'Eerst',
  after: 'Nu',
  cost: (euros: string) => `Kosten: ${euros}`,
  partners: (names: string) => `Samen met: ${names}`,
  thanks: (names: string) => `Met dank aan: ${names}`,
  told: (village: string, at: string) => `${village}, verteld op ${dateName(at)}`,
  more: 'Toon oudere verhalen',
  empty: {
    title: 'Er is nog geen verhaal verteld',
    text: 'Zodra een punt gedaan is, kan de gemeente vertellen hoe het ging.',
    button: 'Kies uw dorp',
  },
  failed: 'De verhalen kunnen nu niet worden geladen',
};
