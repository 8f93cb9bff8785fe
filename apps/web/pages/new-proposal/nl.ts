import { kindWords as kinds } from '@kernagenda/proposals/web/kind-words';

export const nl = {
  crumbs: 'Kruimelpad',
  page: 'Uw voorstel',
  title: (village: string) => (village ? `Uw voorstel voor ${village}` : 'Uw voorstel'),
  saved: (time: string) => `Bewaard op dit apparaat, ${time}`,
  village: { label: 'Voor welk dorp?', hint: 'U doet een voorstel voor het dorp waar u woont.', none: 'Kies uw dorp' },
  what: { label: 'Wat wenst u?', hint: 'Eén zin is genoeg.' },
  where: { label: 'Waar?', hint: 'Een straat, een plek of ‘bij de kerk’. Mag leeg blijven.' },
  why: { label: 'Waarom is dit nodig?', hint: 'Wie heeft er iets aan?' },
  extra: {
    title: 'Onderwerp en soort',
    note: 'Mag u overslaan.',
    theme: { label: 'Waar gaat het over?', hint: 'Zo vinden anderen uw voorstel terug.' },
    kind: { label: 'Wat voor soort wens is het?', none: 'Weet ik niet' },
    kinds,
  },
  others: {
    title: 'U bent ook nog bezig met',
    untitled: 'Nog zonder wens',
    in: (village: string) => `voor ${village}`,
    goOn: 'Ga verder',
    discard: 'Gooi weg',
    discarded: 'Uw tekst is weggegooid.',
  },
  locked: {
    text: 'Op dit apparaat staat nog een tekst van iemand die was ingelogd. Bent u dat? Log in en schrijf verder.',
    concept: 'Log in om verder te gaan met uw concept.',
    signIn: 'Log in',
  },
  missing: {
    title: 'Dit concept is er niet',
    text: 'Het is verwijderd, of het is van iemand anders. U kunt hieronder een nieuw voorstel schrijven.',
  },
  openFailed: 'Uw concept is nu niet op te halen. Probeer het over een minuut opnieuw.',
  changed: {
    title: 'Dit concept is ook ergens anders veranderd',
    text: 'Op een ander apparaat of in een ander venster staat een andere tekst. Wat u hier schreef, staat er nog. Kies met welke tekst u verdergaat.',
    theirs: 'De andere tekst',
    mine: 'Ga verder met mijn tekst hier',
    take: 'Neem de andere tekst',
    kept: 'U gaat verder met uw tekst van hier.',
    taken: 'U gaat verder met de andere tekst.',
  },
  already: {
    title: 'Dit voorstel is al ingestuurd',
    same: (title: string) =>
      `‘${title}’ stuurde u in op een ander apparaat of in een ander venster. Er is niets verloren.`,
    more: 'Dat deed u op een ander apparaat of in een ander venster. Wat u hier schreef, staat er nog, maar is niet meegestuurd.',
    look: 'Bekijk wat is ingestuurd',
    again: 'Maak van deze tekst een nieuw voorstel',
  },
  errors: {
    village: 'Kies voor welk dorp uw voorstel is.',
    title: (min: number) => `Schrijf in één zin wat u wenst, met minstens ${min} letters.`,
    tooLong: (max: number) => `Maak het korter: hooguit ${max} letters. De rest kan bij ‘waarom’.`,
  },
  check: 'Verder naar controleren',
  late: 'Inloggen komt op het eind. Er gaat niets verloren.',
  like: {
    title: 'Lijkt dit op wat u wilt?',
    note: 'U mag ook gewoon doorgaan.',
    inVillage: (village: string) => `In ${village}`,
    elsewhere: 'In andere dorpen',
    look: 'Bekijk',
    support: 'Bekijk en steun',
    found: (count: number) => {
      if (count === 0) return 'Geen punten lijken op uw wens.';
      return count === 1 ? 'Eén punt lijkt op uw wens.' : `${count} punten lijken op uw wens.`;
    },
    waiting: 'Typ wat u wenst. Dan ziet u hier of iemand hetzelfde wil.',
    nothing: 'Niemand vroeg dit nog. U bent de eerste.',
  },
  review: {
    title: 'Klopt dit zo?',
    change: 'Pas aan',
    submit: 'Stuur in',
    signIn: 'Log in en stuur in',
    signInNote: 'U krijgt een code in uw mail. Daarna bent u hier terug.',
    notHome: (village: string) =>
      `U woont volgens uw gegevens in een ander dorp. U kunt een voorstel doen voor uw eigen dorp. Woont u nu in ${village}? Verander het dan bij ‘Mijn punten’.`,
    nothing: 'Niets ingevuld',
    signedOut: 'U bent niet meer ingelogd. Uw tekst is bewaard. Log in en stuur dan in.',
    notAllowed: 'U kunt dit nu niet insturen. Pas eerst uw tekst aan, of vraag het uw gebiedsmakelaar.',
    failed: 'Insturen lukt nu niet. Uw tekst is bewaard. Probeer het over een minuut opnieuw.',
  },
  sent: {
    title: 'Uw voorstel is binnen',
    text: (village: string, term: string) =>
      `De gebiedsmakelaar van ${village} leest het${term && ` binnen ${term}`}. U krijgt een mail.`,
    follow: 'Bekijk uw voorstel',
    back: (village: string) => `Terug naar ${village}`,
  },
  steps: {
    title: 'Zo gaat het verder',
    submit: { title: 'U stuurt uw voorstel in', text: 'Nu. Het kost één minuut.' },
    read: { title: 'De gebiedsmakelaar leest het', text: (day: string) => day && `Uiterlijk ${day}.` },
    public: { title: 'Het staat op de site', text: 'Anderen kunnen het steunen.' },
    chosen: {
      title: 'Het dorp kiest',
      text: 'Op de agenda staan is geen belofte. U hoort altijd wat er gebeurt.',
    },
  },
};
