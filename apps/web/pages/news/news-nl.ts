import { newsLimits } from '@kernagenda/news/domain';
import { dateName } from '@kernagenda/shared/web';

const { title, text, place } = newsLimits;

/** Words of the news of a village: its list and its form. */
export const newsNl = {
  crumbs: 'Waar u bent',
  title: (village: string) => `Nieuws uit ${village}`,
  lead: (village: string) =>
    `Korte berichten van de kernagendagroep en de gebiedsmakelaar, en waar in ${village} aan de weg wordt gewerkt.`,
  told: (voice: string, at: string) => `${voice}, ${dateName(at)}`,
  corrected: (at: string) => `Verbeterd op ${dateName(at)}`,
  about: 'Gaat over:',
  more: 'Toon ouder nieuws',
  letters: 'Statusbrieven',
  empty: {
    title: (village: string) => `Nog geen nieuws uit ${village}`,
    text: 'Op de agenda leest u hoe het met elk punt staat.',
    button: 'Bekijk het dorp',
  },
  failed: 'Het nieuws kan nu niet worden geladen',
  form: {
    button: 'Vertel nieuws',
    lead: 'Het staat meteen op de site, en iedereen kan het lezen. Noem geen namen van mensen die dat niet willen.',
    kind: { label: 'Wat is het?', fault: 'Kies nieuws of wegwerk.' },
    kinds: { news: 'Nieuws', road_works: 'Wegwerk' },
    title: { label: 'Titel', fault: `Schrijf een titel van ${title.min} tot ${title.max} tekens.` },
    text: { label: 'Bericht', fault: `Schrijf een bericht van ${text.min} tot ${text.max} tekens.` },
    pointId: { label: 'Gaat het over een punt op de agenda?', hint: 'Mag leeg blijven.' },
    startsOn: { label: 'Eerste dag', fault: 'Kies de eerste dag van het wegwerk.' },
    endsOn: { label: 'Laatste dag', fault: 'Kies een dag die niet voor de eerste dag ligt.' },
    place: {
      label: 'Waar?',
      hint: 'Bijvoorbeeld: Kerkstraat, tussen 3 en 21',
      fault: `Schrijf van ${place.min} tot ${place.max} tekens waar het is.`,
    },
    submit: 'Plaats het bericht',
    done: 'Uw bericht staat op de site.',
  },
  correct: {
    button: 'Verbeter',
    lead: 'Lezers zien dat het bericht is verbeterd, en wanneer.',
    submit: 'Bewaar',
    done: 'Het bericht is verbeterd.',
  },
  takeBack: {
    button: 'Haal weg',
    lead: 'Het bericht verdwijnt van de site.',
    submit: 'Haal weg',
    done: 'Het bericht is weg.',
  },
};
