/** Words of the agenda itself with its four views. */
export const agendaNl = {
  page: 'De agenda',
  views: { label: 'Beeld', thema: 'Per thema', bord: 'Bord', tijdlijn: 'Tijdlijn', lijst: 'Lijst' },
  board: { empty: 'Niets' },
  timeline: { planned: 'Wat er komt', unknown: 'Jaar onbekend' },
  list: {
    caption: (count: number) => `Alle ${count} punten. Voor wie wil drukken of overnemen.`,
    point: 'Punt',
    state: 'Stand',
    who: 'Aan zet',
    since: 'Sinds',
    age: 'Laatste bericht',
    executor: 'Uitvoering',
    none: 'Nog niemand',
    unknown: 'Niet bekend',
  },
  aside: 'Over deze agenda',
  versions: {
    title: 'Versies',
    none: 'Van deze agenda is nog geen versie vastgelegd.',
    name: (number: number) => `Versie ${number}`,
    about: (day: string, receivedBy: string) => `Peildatum ${day}. Ontvangen door: ${receivedBy}.`,
    compare: 'Wat is er veranderd?',
    now: 'Terug naar de agenda van nu',
    reading: (number: number, day: string) => `U leest versie ${number}, vastgelegd op ${day}`,
    leftOut: (count: number) =>
      count === 1
        ? 'Eén punt van toen is niet meer openbaar en staat hier niet.'
        : `${count} punten van toen zijn niet meer openbaar en staan hier niet.`,
  },
  paper: {
    title: 'Op papier en in uw eigen agenda',
    folder: 'De folder (A4)',
    poster: 'Poster met QR-code',
    calendar: 'Dagen voor uw eigen agenda (ICS)',
    feed: 'Nieuws van deze agenda (Atom)',
  },
  share: {
    button: 'Kies welke dorpen deze agenda delen',
    title: 'Dorpen met één agenda',
    lead: 'Versies blijven bij dit dorp. Een dorp dat weggaat, begint een eigen agenda.',
    villages: {
      label: 'Deze dorpen hebben samen één agenda',
      fault: 'Laat het dorp van deze pagina aangevinkt.',
    },
    submit: 'Sla op',
    done: 'De dorpen van deze agenda zijn opgeslagen',
    failures: { wrong_state: 'Een van deze dorpen heeft al eigen versies. Die agenda kan niet meer samengaan.' },
  },
  freeze: {
    button: 'Leg een versie vast',
    title: 'Een versie vastleggen',
    lead: 'De agenda zoals die nu is, blijft dan te lezen onder een nummer. Daarna kunt u zien wat er veranderde.',
    referenceOn: {
      label: 'Peildatum',
      hint: 'Op welke dag klopte dit? Vandaag of eerder, en niet vóór de vorige versie.',
      fault: 'Kies vandaag of een eerdere dag, niet vóór de peildatum van de vorige versie.',
    },
    receivedBy: {
      label: 'Wie ontving deze versie?',
      hint: 'Bijvoorbeeld: de wethouder, op de bewonersavond.',
      fault: 'Schrijf wie deze versie ontving, in 2 tot 200 tekens.',
    },
    submit: 'Leg vast',
    done: 'De versie is vastgelegd',
  },
};
