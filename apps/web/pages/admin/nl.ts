import type { FieldError } from '@kernagenda/shared/domain';

export const nl = {
  title: 'Beheer',
  nav: 'Onderdelen van beheer',
  overview: 'Overzicht',
  lead: 'Hier regelt u wie wat mag, en hoe het werk is verdeeld. Alles wat u hier doet, staat in het logboek.',
  sections: {
    people: { name: 'Mensen en rollen', text: 'Wie doet mee, wie heeft welke rol, en wie vervangt wie.' },
    areas: { name: 'Werkgebieden', text: 'Welke dorpen samen één gebiedsmakelaar hebben.' },
    teams: { name: 'Teams', text: 'De afdelingen die punten inplannen en uitvoeren.' },
    groups: { name: 'Kernagendagroepen', text: 'Wie voor een dorp de agenda bijhoudt, en wie wat is.' },
    mandates: { name: 'Mandaten', text: 'Tot welk bedrag een medewerker mag beslissen.' },
    thresholds: { name: 'Inkoopdrempels', text: 'Vanaf welk bedrag welke manier van inkopen nodig is.' },
    codes: { name: 'Bewonerscodes', text: 'Codes voor de brievenbus, waarmee iemand laat zien in een dorp te wonen.' },
    budgets: { name: 'Dorpsbudget', text: 'Wat elk dorp per jaar heeft, en de spelregels.' },
    municipality: { name: 'Gemeente', text: 'Naam, contact, termijnen en kleuren.' },
    texts: { name: 'Tekstblokken', text: 'Teksten waarmee een gebiedsmakelaar een uitleg begint.' },
    concepts: { name: 'Begrippen', text: 'De woorden waaraan Kernagenda ziet dat dorpen hetzelfde willen.' },
    imports: {
      name: 'Punten overnemen',
      text: 'Een kernagenda die al in een bestand staat, met één klik terug te draaien.',
    },
  },
  days: {
    from: { label: 'Vanaf', hint: 'Leeg is vandaag.' },
    until: { label: 'Tot en met', hint: 'Leeg is zonder einddatum.' },
    fromFault: 'Kies een dag vanaf vandaag.',
    untilFault: 'Kies een dag die niet vóór de eerste dag ligt.',
  },
  periods: {
    since: (day: string) => `sinds ${day}`,
    from: (day: string) => `vanaf ${day}`,
    until: (day: string) => `tot en met ${day}`,
    endedOn: (day: string) => `tot en met ${day}, nu afgelopen`,
  },
  failures: {
    already_exists: 'Dit is er al. Kijk in de lijst op deze pagina.',
    stale_version: 'Iemand anders heeft dit net veranderd. Kijk wat er nu staat en probeer het dan opnieuw.',
    last_admin: 'Er moet altijd een beheerder zonder einddatum zijn. Geef eerst iemand anders die rol.',
    wrong_state: 'Dit kan nu niet. Kijk wat er nu op deze pagina staat.',
    not_allowed: 'U bent geen beheerder meer. Vraag het aan een collega.',
    sign_in_required: 'U bent niet meer ingelogd. Log in op een nieuw tabblad en probeer het hier opnieuw.',
    invalid_input: 'Er klopt iets niet. Kijk na wat u hebt ingevuld en probeer het opnieuw.',
    not_found: 'Dit is er niet meer. Laad de pagina opnieuw.',
    unreachable: 'Er is geen verbinding. Er is niets veranderd; probeer het zo opnieuw.',
  } as Readonly<Record<string, string>>,
  failed: 'Dit lukt nu niet. Wat u schreef is niet weg. Probeer het over een minuut opnieuw.',
};

/** The name of the field a fault of the API is about, without the slash of its pointer. */
export const fieldOf = ({ pointer }: FieldError): string => pointer.replace(/^\//, '');
