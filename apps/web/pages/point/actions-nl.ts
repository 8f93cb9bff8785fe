import { nl as point } from './nl';

/** What can be pressed, what it asks, and what happened; apart, because only who may act downloads it. */
export const nl = {
  title: point.acts,
  /** In the order in which they stand on the page: the next step first, what takes away last. */
  buttons: {
    submit: 'Stuur in',
    recall: 'Haal terug',
    explore: 'Begin met verkennen',
    put_on_agenda: 'Zet op de agenda',
    take_off_agenda: 'Haal van de agenda',
    resume: 'Pak weer op',
    reopen: 'Verken opnieuw',
    show_again: 'Maak weer zichtbaar',
    hold: 'Zet in de wacht',
    merge: 'Voeg samen',
    mark_not_feasible: 'Dit kan niet doorgaan',
    reconsider: 'Zet terug op de werkplek',
    withdraw: 'Trek in',
    hide: 'Verberg',
    delete: 'Verwijder dit concept',
  },
  done: {
    submit: 'Uw voorstel is ingestuurd.',
    recall: 'Uw voorstel is teruggehaald. U kunt het weer aanpassen.',
    delete: 'Uw concept is verwijderd.',
    show_again: 'Dit punt is weer zichtbaar voor iedereen.',
    reconsider: 'Dit voorstel ligt weer op de werkplek.',
    explore: 'De verkenning is begonnen.',
    put_on_agenda: 'Dit punt staat op de agenda.',
    take_off_agenda: 'Dit punt is van de agenda gehaald.',
    resume: 'Dit punt is weer opgepakt.',
    reopen: 'Dit punt wordt opnieuw verkend.',
    withdraw: 'Uw punt is ingetrokken.',
    hold: 'Dit punt staat in de wacht.',
    mark_not_feasible: 'Iedereen leest nu waarom dit niet kan, en wat er wel kan.',
    merge: 'De punten zijn samengevoegd.',
    hide: 'Dit punt is verborgen. De indiener leest waarom.',
  },
  forms: {
    hold: {
      title: 'Zet dit punt in de wacht',
      lead: 'Iedereen leest op deze pagina waarom dit punt wacht, en tot wanneer.',
      send: 'Zet in de wacht',
    },
    mark_not_feasible: {
      title: 'Dit kan niet doorgaan',
      lead: 'Iedereen leest op deze pagina waarom dit niet kan, en wat er wel kan.',
      send: 'Sla op dat dit niet kan',
    },
    reconsider: {
      title: 'Lees dit voorstel opnieuw',
      lead: 'Het voorstel komt weer op de werkplek. De indiener leest in een mail waarom.',
      send: 'Zet terug op de werkplek',
    },
    merge: {
      title: 'Voeg samen met een ander punt',
      lead: 'Dit punt gaat verder in het andere punt. De steun gaat mee. U kunt dit niet terugdraaien.',
      send: 'Voeg de punten samen',
    },
    withdraw: {
      title: 'Trekt u dit punt in?',
      lead: 'Iedereen kan het blijven lezen, maar niemand gaat er nog mee verder. U kunt dit niet terugdraaien.',
      send: 'Trek dit punt in',
    },
    delete: {
      title: 'Verwijdert u dit concept?',
      lead: 'Uw tekst is dan echt weg, ook op uw andere apparaten. U kunt dit niet terugdraaien.',
      send: 'Verwijder voorgoed',
    },
  },
  fields: {
    reason: {
      label: 'Waarom?',
      hint: (max: number) => `Schrijf het zo dat iedereen het begrijpt. Er is plaats voor ${max} tekens.`,
      short: (min: number) => `Schrijf waarom, in ten minste ${min} tekens.`,
      long: (max: number) => `Maak de uitleg korter dan ${max} tekens.`,
    },
    reviewOn: {
      label: 'Wanneer kijkt u opnieuw?',
      hint: 'Kies een dag na vandaag.',
      fault: 'Kies de dag waarop u opnieuw kijkt. Die dag komt na vandaag.',
    },
    alternative: {
      label: 'Wat kan er wel?',
      hint: (max: number) =>
        `Bijvoorbeeld een kleiner plan, een andere plek of een ander loket. Er is plaats voor ${max} tekens.`,
      short: (min: number) => `Schrijf wat er wel kan, in ten minste ${min} tekens.`,
      long: (max: number) => `Maak wat er wel kan korter dan ${max} tekens.`,
    },
    targetId: {
      label: 'Met welk punt?',
      hint: (village: string) => `U kiest uit de open punten van ${village}.`,
      none: 'Kies een punt',
      fault: 'Kies het punt waarin dit verder gaat.',
      loading: 'De punten worden geladen.',
      empty: (village: string) => `Er is nu geen ander open punt in ${village}.`,
      failed: 'De punten kunnen nu niet worden geladen',
    },
  },
  cancel: 'Toch niet',
  failures: {
    stale_version: 'De tekst is net veranderd. Lees de nieuwe tekst hierboven en probeer het dan opnieuw.',
    wrong_state: 'Dit kan nu niet meer. Iemand anders was u voor; kijk hierboven naar de nieuwe stand.',
    edited_since_decision:
      'De indiener past de tekst aan. Zodra die is ingestuurd, ligt het voorstel vanzelf weer op de werkplek.',
    not_found: 'Dit punt is er niet meer, of u mag het niet meer zien.',
    not_allowed: 'U mag dit niet doen. Vraag het aan een collega van dit gebied.',
    sign_in_required: 'U bent niet meer ingelogd. Log in op een nieuw tabblad en probeer het hier opnieuw.',
    invalid_input: 'Er klopt iets niet. Kijk na wat u heeft ingevuld en probeer het opnieuw.',
    unreachable: 'Er is geen verbinding. Er is niets veranderd; probeer het zo opnieuw.',
  } as Readonly<Record<string, string>>,
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
};
