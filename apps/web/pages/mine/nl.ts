import type { ModerationState } from '@kernagenda/proposals/domain';

const explanation: Partial<Record<ModerationState, string>> = {
  changes_requested: 'Lees de uitleg en pas aan',
  refused: 'Lees de uitleg',
  hidden: 'Lees de uitleg',
};

export const nl = {
  page: 'Mijn punten',
  signIn: { text: 'Log in om uw punten te zien.', button: 'Inloggen' },
  empty: { title: 'U deed nog geen voorstel', text: 'Wat wenst u voor uw dorp?', button: 'Doe een voorstel' },
  you: 'u',
  broker: 'de gebiedsmakelaar',
  written: (day: string) => `Geschreven op ${day}`,
  goOn: 'Schrijf verder',
  explanation,
  profile: {
    title: 'Uw gegevens',
    name: { label: 'Uw naam', hint: 'Deze naam staat bij uw voorstellen.' },
    nameError: (min: number, max: number) => `Vul een naam in van ${min} tot ${max} letters.`,
    village: { label: 'Uw dorp', hint: 'U doet voorstellen voor dit dorp. U kunt het eens in de 90 dagen veranderen.' },
    fixed: (day: string) => `U kunt uw dorp weer veranderen op ${day}.`,
    staff: 'U werkt voor de gemeente. Bent u verhuisd? Dan verandert de beheerder uw dorp.',
    none: 'Nog niet gekozen',
    save: 'Bewaar',
    saved: 'Uw gegevens zijn bewaard.',
    failed: 'Bewaren lukt nu niet. Probeer het over een minuut opnieuw.',
    email: 'Uw e-mailadres',
  },
  residency: 'Laat zien dat u in uw dorp woont',
  codes: 'Maak codes voor bewoners',
  enter: 'Schrijf een wens op voor iemand anders',
  applications: 'Aanvragen voor het dorpsbudget',
  rounds: 'Ophaalrondes',
  evening: 'Schrijf een avond lang wensen op',
  follows: 'Wat volgt u, en krijgt u mail?',
  everywhere: { text: 'Bent u ergens anders nog ingelogd?', button: 'Log overal uit' },
};
