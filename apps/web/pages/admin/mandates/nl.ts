export const nl = {
  title: 'Mandaten',
  lead: 'Een mandaat zegt tot welk bedrag een medewerker zelf mag beslissen over inkoop. Boven dat bedrag beslist de wethouder.',
  none: { title: 'Nog geen mandaten', text: 'Zonder mandaat beslist de wethouder over elk bedrag.' },
  failed: 'De mandaten kunnen nu niet worden geladen',
  upTo: (amount: string) => `tot en met ${amount}`,
  end: 'Beëindig',
  endOf: (name: string) => `het mandaat van ${name}`,
  ended: (name: string) => `Het mandaat van ${name} is beëindigd. Dat geldt meteen.`,
  person: {
    label: 'Wie krijgt het mandaat?',
    none: 'Kies een medewerker',
    hint: 'Hier staan de medewerkers van alle teams. Wie geen medewerker meer is, heeft ook geen mandaat meer.',
    fault: 'Kies een medewerker.',
  },
  amount: {
    label: 'Tot en met welk bedrag?',
    hint: 'In euro, zonder btw. Bijvoorbeeld 25.000.',
    fault: 'Vul een bedrag in, bijvoorbeeld 25000 of 25.000,50.',
  },
  taken: 'Deze medewerker heeft in die tijd al een mandaat. Beëindig dat eerst, of kies andere dagen.',
  add: { title: 'Geef een mandaat', button: 'Geef dit mandaat', done: 'Het mandaat is gegeven.' },
};
