import { enteringLimits } from '@kernagenda/intake/domain';
import { proposalLimits } from '@kernagenda/proposals/domain';
import type { EnteredWay } from '@kernagenda/proposals/domain';
import { dateName } from '@kernagenda/shared/web';

const { title, body, place } = proposalLimits;
const ways: Readonly<Record<EnteredWay, string>> = {
  letter: 'Een brief',
  postcard: 'Een kaart of flyer',
  call: 'Een telefoontje',
  visit: 'Een bezoek of gesprek',
  evening: 'Een bijeenkomst',
};
const atMost = (max: number): string => `Schrijf niet meer dan ${max} tekens.`;

export const nl = {
  notEntering: {
    signIn: 'Inloggen',
    notForYou: {
      title: 'Dit doen de kernagendagroep en de gebiedsmakelaar',
      text: 'Hebt u zelf een wens? Doe dan een voorstel voor uw dorp.',
      button: 'Doe een voorstel',
    },
  },
  enter: {
    page: 'Schrijf een wens op voor iemand anders',
    lead: 'Een brief, een telefoontje, een gesprek in het dorpshuis: het telt hier even zwaar als een voorstel dat iemand zelf doet. De gebiedsmakelaar leest het eerst.',
    signIn: 'Log in om een wens op te schrijven.',
    form: {
      button: 'Schrijf een wens op',
      submit: 'Stuur in',
      done: 'De wens is ingestuurd.',
      village: { label: 'Voor welk dorp?', fault: 'Kies een dorp.' },
      title: {
        label: 'Wat wenst deze persoon?',
        hint: 'In één regel, zoals: een bank bij de kerk.',
        fault: `Schrijf tussen ${title.min} en ${title.max} tekens.`,
      },
      body: {
        label: 'Waarom? Wat verandert er dan?',
        hint: 'In de woorden van die persoon. Mag leeg blijven.',
        fault: atMost(body.max),
      },
      place: { label: 'Waar in het dorp?', hint: 'Mag leeg blijven.', fault: atMost(place.max) },
      theme: { label: 'Waar gaat het over?', hint: 'Mag leeg blijven.' },
      way: { label: 'Hoe kwam het binnen?', fault: 'Kies hoe het binnenkwam.' },
      email: {
        label: 'E-mailadres van deze persoon',
        hint: `Mag leeg blijven. Wij sturen één mail, waarmee de wens van die persoon zelf wordt. Na ${enteringLimits.addressDays} dagen vergeten wij het adres.`,
        fault: 'Schrijf een e-mailadres, zoals naam@voorbeeld.nl, of laat dit leeg.',
      },
      consent: {
        label: 'Weet deze persoon ervan?',
        yes: 'Ja, deze persoon weet dat iedereen de wens kan lezen',
        fault: 'Vraag het eerst, en kruis dit dan aan.',
      },
    },
    list: {
      title: 'Wat u opschreef',
      none: 'U schreef nog niets op.',
      unread: 'Een wens die niet openbaar is',
      more: 'Toon meer',
      failed: 'De rest van de lijst kwam niet. Probeer het over een minuut opnieuw.',
      from: (village: string, way: EnteredWay, at: string) => `${village}. ${ways[way]}, ${dateName(at)}.`,
      claim: {
        waiting: 'De link wordt gemaild.',
        asked: 'De link is gemaild.',
        claimed: 'Overgenomen door wie het wenste.',
        forgotten: 'Niet overgenomen. Het e-mailadres is vergeten.',
        none: 'Zonder e-mailadres.',
      },
    },
    ways,
  },
  claim: {
    page: 'Is dit uw wens?',
    lead: (village: string, way: EnteredWay, at: string) =>
      `Opgeschreven voor ${village} op ${dateName(at)}. Hoe het binnenkwam: ${ways[way].toLowerCase()}.`,
    what: 'Neem de wens over. Dan staat uw naam erbij, krijgt u bericht als er iets mee gebeurt, en kunt u de tekst aanpassen.',
    signIn: 'Log in en neem over',
    signInHint: 'Log in met het e-mailadres waarop u de mail kreeg.',
    take: 'Ja, dit is mijn wens',
    leave: 'Nee, dit is niet van mij',
    claimed: 'De wens is van u. Dank u wel.',
    toPoint: 'Bekijk uw wens',
    left: 'Goed om te weten. Wij hebben uw e-mailadres vergeten. De wens blijft staan.',
    otherAddress:
      'U bent ingelogd met een ander e-mailadres dan waarop u de mail kreeg, of u werkt voor de gemeente. Log uit, en log in met dat adres.',
    signedOut: 'U bent niet meer ingelogd. Log opnieuw in; de wens blijft voor u klaarstaan.',
    failed: 'Dit lukte niet. Er is niets veranderd. Probeer het over een minuut opnieuw.',
    invalid: 'Deze link werkt niet meer',
    invalidText: 'Misschien is de link te oud, of is hij niet helemaal overgenomen uit de mail.',
    home: 'Naar alle dorpen',
  },
};
