const noun = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const nl = {
  map: {
    label: (villages: number) => `Kaart van de ${noun(villages, 'kern', 'kernen')}. Dezelfde inhoud staat in de lijst.`,
    legend: 'Wat speelt er het meest?',
    talk: 'Wensen en plannen',
    motion: 'Werk in uitvoering',
    done: 'Gedaan',
    same: 'Zelfde onderwerp',
  },
  index: {
    points: 'punten',
  },
  search: {
    label: 'Zoek uw dorp',
    hint: (postcode: string) => `Typ de naam of uw postcode, bijvoorbeeld ${postcode}.`,
    button: 'Zoek',
    unknown: (query: string) =>
      `Wij kennen geen dorp ‘${query}’. Controleer de naam, of kies uw dorp uit de lijst hieronder.`,
    several: (count: number) => `Bij deze postcode horen ${count} dorpen. Kies uw dorp:`,
    empty: 'Typ de naam van uw dorp of uw postcode.',
  },
};
