export const nl = {
  crumbs: 'Kruimelpad',
  page: 'Uw voorstel',
  title: (village: string) => (village ? `Uw voorstel voor ${village}` : 'Uw voorstel'),
  saved: (time: string) => `Bewaard op dit apparaat, ${time}`,
  village: { label: 'Voor welk dorp?', hint: 'U doet een voorstel voor het dorp waar u woont.', none: 'Kies uw dorp' },
  what: { label: 'Wat wenst u?', hint: 'Eén zin is genoeg.' },
  where: { label: 'Waar?', hint: 'Een straat, een plek of ‘bij de kerk’. Mag leeg blijven.' },
  why: { label: 'Waarom is dit nodig?', hint: 'Wie heeft er iets aan?' },
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
    because: (word: string) => `Gaat ook over ‘${word}’.`,
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
    failed: 'Insturen lukt nu niet. Uw tekst is bewaard. Probeer het over een minuut opnieuw.',
  },
  sent: {
    title: 'Uw voorstel is binnen',
    text: (village: string) => `De gebiedsmakelaar van ${village} leest het binnen vijf werkdagen. U krijgt een mail.`,
    follow: 'Bekijk uw voorstel',
    back: (village: string) => `Terug naar ${village}`,
  },
  steps: {
    title: 'Zo gaat het verder',
    submit: { title: 'U stuurt uw voorstel in', text: 'Nu. Het kost één minuut.' },
    read: { title: 'De gebiedsmakelaar leest het', text: (day: string) => `Vóór ${day}.` },
    public: { title: 'Het staat op de site', text: 'Anderen kunnen het steunen.' },
    chosen: {
      title: 'Het dorp kiest',
      text: 'Op de agenda staan is geen belofte. U hoort altijd wat er gebeurt.',
    },
  },
};
