import { eventLimits } from '@kernagenda/news/domain';
import { proposalLimits } from '@kernagenda/proposals/domain';

const { title, text, place, room } = eventLimits;

/** Words of the events of a village: the list, one of them, and the forms. */
export const eventsNl = {
  crumbs: 'Waar u bent',
  list: {
    title: (village: string) => `Bijeenkomsten in ${village}`,
    lead: 'Kom praten, kijken of meedenken. U meldt zich aan, en krijgt de dag ervoor een herinnering.',
    coming: 'Komt eraan',
    past: 'Geweest',
    more: 'Toon oudere bijeenkomsten',
    empty: {
      title: (village: string) => `Er is nog geen bijeenkomst in ${village}`,
      text: 'Een wens kunt u altijd insturen; daar hoeft u niet voor te wachten.',
      button: 'Doe een voorstel',
    },
    failed: 'De bijeenkomsten kunnen nu niet worden geladen',
  },
  form: {
    button: 'Kondig een bijeenkomst aan',
    lead: 'Het staat meteen op de site. Iedereen met een account kan zich aanmelden.',
    kind: { label: 'Wat is het?', fault: 'Kies wat het is.' },
    title: { label: 'Titel', fault: `Schrijf een titel van ${title.min} tot ${title.max} tekens.` },
    text: {
      label: 'Uitleg',
      hint: 'Wat gaat u doen, voor wie is het?',
      fault: `Schrijf niet meer dan ${text.max} tekens.`,
    },
    starts: { label: 'Dag en begin', fault: 'Kies een moment dat nog moet komen.' },
    ends: {
      label: 'Einde',
      hint: 'Bijvoorbeeld 21.30, op dezelfde dag',
      fault: 'Schrijf een tijd als 21.30, later dan het begin.',
    },
    place: { label: 'Plaats', fault: `Schrijf van ${place.min} tot ${place.max} tekens waar het is.` },
    room: {
      label: 'Hoeveel mensen kunnen er komen?',
      hint: 'Leeg: zoveel als er willen',
      fault: `Schrijf een getal van ${room.min} tot ${room.max}, of laat het leeg.`,
    },
    submit: 'Plaats de bijeenkomst',
    done: 'De bijeenkomst staat op de site.',
  },
  event: {
    all: (village: string) => `Bijeenkomsten in ${village}`,
    facts: 'Wanneer en waar',
    when: 'Wanneer',
    where: 'Waar',
    who: 'Wie komt',
    by: 'Van wie',
    cancelled: 'Deze bijeenkomst gaat niet door. Wie zich had aangemeld, kreeg bericht.',
    under_way: 'De bijeenkomst is nu bezig. Aanmelden kan niet meer.',
    over: 'Deze bijeenkomst is geweest.',
    full: 'Alle plaatsen zijn bezet. Meldt iemand zich af, dan kunt u hier alsnog aanmelden.',
    signUp: 'Ik kom',
    signOff: 'Ik kom toch niet',
    signIn: 'Log in om u aan te melden',
    signedUp: 'U hebt zich aangemeld. De dag ervoor krijgt u een herinnering.',
    told: { signedUp: 'U staat op de lijst.', signedOff: 'U bent afgemeld.' },
    failedActs: 'Dat lukte niet: misschien is het net vol of begonnen. U ziet nu wat er geldt.',
    calendar: 'Zet in uw agenda',
    privacy: 'Anderen zien hoeveel mensen komen, niet wie.',
    outcomes: {
      title: 'Wat eruit kwam',
      owner: (name: string) => `Gaat ermee verder: ${name}`,
      reading: (count: number) =>
        count === 1
          ? 'Eén uitkomst wordt nog gelezen en staat er daarna bij.'
          : `${count} uitkomsten worden nog gelezen en staan er daarna bij.`,
      none: 'Er zijn nog geen uitkomsten opgeschreven.',
    },
    outcome: {
      button: 'Schrijf een uitkomst op',
      lead: 'De uitkomst wordt een punt van het dorp, met wie ermee verdergaat. Een ander dan u leest het eerst.',
      title: {
        label: 'Wat is er afgesproken of gewenst?',
        fault: `Schrijf een zin van hoogstens ${proposalLimits.title.max} tekens.`,
      },
      body: {
        label: 'Uitleg',
        hint: 'Mag leeg blijven.',
        fault: `Schrijf niet meer dan ${proposalLimits.body.max} tekens.`,
      },
      place: {
        label: 'Waar?',
        hint: 'Mag leeg blijven.',
        fault: `Schrijf niet meer dan ${proposalLimits.place.max} tekens.`,
      },
      owner: { label: 'Wie gaat ermee verder?', fault: 'Kies wie ermee verdergaat.' },
      submit: 'Schrijf op',
      done: 'De uitkomst is opgeschreven en wordt nu gelezen.',
    },
    edit: {
      button: 'Pas aan',
      lead: 'Verandert dag, tijd of plaats? Wie zich aanmeldde krijgt bericht.',
      submit: 'Bewaar',
      done: 'De bijeenkomst is aangepast.',
    },
    cancel: {
      button: 'Gaat niet door',
      lead: 'Wie zich aanmeldde krijgt bericht. Dit kunt u niet terugdraaien.',
      submit: 'Ja, het gaat niet door',
      done: 'De bijeenkomst gaat niet door.',
    },
    failed: 'Deze bijeenkomst kan nu niet worden geladen',
  },
};
