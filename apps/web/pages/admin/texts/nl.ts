import { textBlockLimits } from '@kernagenda/moderation/domain';

const { name, text } = textBlockLimits;

export const nl = {
  title: 'Tekstblokken',
  lead: 'Met een tekstblok begint een uitleg bij een besluit, of een antwoord op een bericht. Wie het kiest, past het daarna aan. Wat al is verstuurd, verandert niet mee.',
  none: { title: 'Nog geen tekstblokken', text: 'Voeg er hieronder een toe.' },
  failed: 'De tekstblokken kunnen nu niet worden geladen',
  decisions: {
    request_changes: 'Vraag aanpassing',
    refuse: 'Weiger',
    hide: 'Verberg',
    refuse_version: 'Weiger een nieuwe tekst',
  },
  eachDecision: 'Elk besluit',
  message: 'Antwoord op een bericht',
  name: {
    label: 'Naam',
    hint: 'Zo staat het op de knop.',
    fault: `Vul een naam in van ${name.min} tot ${name.max} tekens.`,
  },
  taken: 'Er is al een tekstblok met deze naam.',
  rule: { label: 'Waarvoor? Kies een regel, of een antwoord op een bericht' },
  decision: { label: 'Bij welk besluit?' },
  text: {
    label: 'Wat kan er wel?',
    answer: 'Wat antwoordt u?',
    hint: 'Schrijf aan wie het leest, warm en kort.',
    fault: `Schrijf een tekst van ${text.min} tot ${text.max} tekens.`,
  },
  change: { button: 'Verander', save: 'Bewaar', cancel: 'Toch niet', done: 'Het tekstblok is veranderd.' },
  remove: { button: 'Verwijder', done: (block: string) => `‘${block}’ is verwijderd.` },
  up: 'Omhoog',
  down: 'Omlaag',
  moved: (block: string, place: number) => `‘${block}’ staat nu op plaats ${place}.`,
  add: { title: 'Nieuw tekstblok', button: 'Voeg toe', done: (block: string) => `‘${block}’ is toegevoegd.` },
};
