const points = (count: number): string => (count === 1 ? '1 punt' : `${count || 'Geen'} punten`);

export const nl = {
  page: 'Zoeken',
  title: (query: string) => (query ? `Zoeken: ${query}` : 'Zoeken'),
  lead: 'Zoek in alle punten van alle dorpen. Een tikfout is niet erg.',
  label: 'Wat zoekt u?',
  hint: 'Bijvoorbeeld: bankje, verlichting, speeltuin in Tricht',
  button: 'Zoek',
  village: 'Dorp',
  theme: 'Onderwerp',
  state: 'Stand',
  all: { villages: 'Alle dorpen', themes: 'Alle onderwerpen', states: 'Elke stand' },
  results: 'Gevonden',
  found: (count: number, query: string, isMore: boolean) =>
    `${isMore ? `${count} of meer punten` : points(count)} gevonden${query ? ` voor ‘${query}’` : ''}.`,
  shown: (count: number) => `Nu ziet u ${points(count)}.`,
  corrected: (used: string, typed: string) => `Wij zochten op ‘${used}’. Niemand schreef ‘${typed}’.`,
  any: 'Geen punt heeft al deze woorden. Dit zijn punten met een van de woorden.',
  villages: 'Dorpen',
  themes: 'Onderwerpen',
  points: 'Punten',
  more: 'Toon meer',
  rest: 'Dit zijn de eerste punten. Met een woord erbij, of een dorp, vindt u de rest.',
  failed: 'Er kwam niets bij. Probeer het nog eens.',
  empty: {
    title: 'Niets gevonden',
    words: 'Probeer een ander woord of minder woorden.',
    filter: 'Of zoek in alle dorpen, onderwerpen en standen.',
    clear: 'Zoek overal',
    propose: 'Doe zelf een voorstel',
  },
};
