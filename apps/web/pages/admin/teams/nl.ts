import { administrationLimits } from '@kernagenda/villages/domain';

const { min, max } = administrationLimits.teamName;

export const nl = {
  title: 'Teams',
  lead: 'Een team is een afdeling van de gemeente die punten inplant en uitvoert. Wie in een team werkt, regelt u bij Mensen en rollen.',
  none: { title: 'Nog geen teams', text: 'Voeg hieronder het eerste team toe, zoals Openbare ruimte.' },
  failed: 'De teams kunnen nu niet worden geladen',
  members: (names: string) => `Medewerkers: ${names}`,
  noMembers: 'Nog geen medewerkers',
  change: { button: 'Verander', save: 'Bewaar', cancel: 'Toch niet', done: 'Het team is veranderd.' },
  name: {
    label: 'Naam van het team',
    hint: 'Zonder het woord team, zoals Openbare ruimte.',
    fault: `Vul een naam in van ${min} tot ${max} tekens.`,
    taken: 'Er is al een team met deze naam.',
  },
  until: {
    label: 'Tot en met',
    hint: 'Leeg is zonder einddatum. De rollen in dit team eindigen dan ook.',
    fault: 'Kies een dag vanaf vandaag, en niet voor de eerste dag van het team.',
  },
  add: { title: 'Nieuw team', button: 'Voeg toe', done: (name: string) => `Team ${name} is toegevoegd.` },
};
