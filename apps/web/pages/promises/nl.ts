import { type StatusSince, refreshTerms } from '@kernagenda/commitments/domain';
import { promiseWords } from '@kernagenda/commitments/web';

export const nl = {
  title: 'Toezeggingen',
  lead: 'Op de agenda staan is geen belofte. Een toezegging is dat wel. Hier ziet u wat de gemeente toezegde, en of het op tijd gebeurde.',
  stories: 'Lees verhalen van wat er is gedaan',
  filter: { village: 'Dorp', theme: 'Thema', standing: 'Stand', button: 'Toon' },
  all: { villages: 'Alle dorpen', themes: 'Alle thema’s', standings: 'Elke stand' },
  figure: {
    title: 'Zo vaak komt de gemeente toezeggingen na',
    how: 'Op tijd is: op of vóór de eerste datum. Verschuiven maakt dit getal niet beter. Later is: wel gedaan, na die datum. Te laat is: nog niet gedaan. Wat loopt of is ingetrokken, telt niet mee.',
    none: 'Er hoefde nog geen toezegging klaar te zijn.',
    villages: 'Per dorp',
    themes: 'Per thema',
    show: 'Bekijk de cijfers per dorp en thema',
  },
  list: 'Alle toezeggingen',
  by: 'Door',
  dueOn: 'Uiterlijk',
  standing: 'Stand',
  more: 'Bekijk meer',
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
  empty: {
    title: 'Geen toezeggingen gevonden',
    text: 'Kies een ander dorp of thema, of bekijk ze allemaal.',
    button: 'Alle toezeggingen',
  },
  refresh: {
    page: 'Klopt dit nog?',
    lead: (village: string, since: StatusSince) =>
      since
        ? `Van dit punt in ${village} is het laatste nieuws ${promiseWords.from(since)}.`
        : `Van dit punt in ${village} weet niemand van wanneer het laatste nieuws is.`,
    button: 'Ja, dit klopt nog',
    note: 'U hoeft niet in te loggen. Iedereen ziet daarna dat u het hebt nagekeken.',
    changed: 'Is er iets veranderd? Vertel het bij het punt.',
    toPoint: 'Naar het punt',
    confirmed: 'Dank u wel. Bij het punt staat nu dat dit nog klopt.',
    overtaken: 'Er is al nieuws over dit punt, of iemand anders heeft het nu. U hoeft niets te doen.',
    invalid: 'Deze link werkt niet meer',
    invalidText: `Een link werkt ${refreshTerms.linkDays} dagen. Log in om te vertellen hoe het staat.`,
    signIn: 'Inloggen',
    failed: 'Dit lukte niet. Er is niets veranderd. Probeer het over een minuut opnieuw.',
  },
};
