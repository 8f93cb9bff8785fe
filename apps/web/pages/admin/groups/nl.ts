import { groupLimits } from '@kernagenda/villages/domain/groups';

const { min, max } = groupLimits.name;

export const nl = {
  title: 'Kernagendagroepen',
  lead: 'Een groep houdt de agenda van een of meer dorpen bij. Wie erbij komt, geeft u een rol bij Mensen en rollen. De voorzitter mag hetzelfde als de secretaris.',
  people: 'Naar Mensen en rollen',
  none: { title: 'Nog geen groepen', text: 'Voeg hieronder de eerste groep toe, zoals Dorpsraad Tricht.' },
  failed: 'De groepen kunnen nu niet worden geladen',
  villages: (names: string) => `Dorpen: ${names}`,
  members: {
    title: 'Wie erin zitten',
    none: 'Nog niemand. Geef iemand een rol bij Mensen en rollen.',
    position: (name: string) => `Wat is ${name}?`,
    changed: (name: string, position: string) => `${name} is nu ${position}.`,
    end: 'Haal eruit',
    ended: (name: string) => `${name} zit niet meer in de groep. Dat geldt meteen.`,
  },
  change: { button: 'Verander', save: 'Bewaar', cancel: 'Toch niet', done: 'De groep is veranderd.' },
  name: {
    label: 'Naam van de groep',
    hint: 'Zoals iedereen haar kent, bijvoorbeeld Dorpsraad Tricht.',
    fault: `Vul een naam in van ${min} tot ${max} tekens.`,
  },
  kind: { label: 'Wat voor groep is het?' },
  of: {
    label: 'Voor welke dorpen?',
    fault: 'Kies ten minste één dorp.',
    hint: 'Dit ligt daarna vast. Gaan dorpen samen verder, beëindig dan deze groep en voeg een nieuwe toe.',
  },
  until: {
    label: 'Tot en met',
    hint: 'Leeg is zonder einddatum. Wat mensen in deze groep zijn, eindigt dan ook.',
    fault: 'Kies een dag vanaf vandaag, en niet voor de eerste dag van de groep.',
  },
  taken: 'Een van deze dorpen heeft in die tijd al een groep. Geef die eerst een laatste dag, of kies andere dagen.',
  add: { title: 'Nieuwe groep', button: 'Voeg toe', done: (name: string) => `${name} is toegevoegd.` },
};
