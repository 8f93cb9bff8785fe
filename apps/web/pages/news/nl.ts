import { letterLimits } from '@kernagenda/news/domain';
import { dateName } from '@kernagenda/shared/web';

const { title, introduction, words } = letterLimits;

/** Words of status letters: the list, one of them, its form, and on paper. */
export const lettersNl = {
  crumbs: 'Waar u bent',
  short: 'Statusbrieven',
  list: {
    title: (village: string) => `Statusbrieven van ${village}`,
    lead: (village: string) =>
      `Hoe staat het met de agenda van ${village}? Een paar keer per jaar leest u wat er nieuw is, wat er bewoog, welke toezeggingen zijn nagekomen en wat er komt.`,
    draft: 'Concept: alleen u en wie meeschrijft zien dit',
    sent: (at: string) => `Verstuurd op ${dateName(at)}`,
    more: 'Toon oudere brieven',
    empty: {
      title: (village: string) => `Er is nog geen statusbrief van ${village}`,
      text: 'Volg het dorp, dan krijgt u bericht zodra er een is.',
      button: 'Bekijk de agenda',
    },
    together: {
      lead: 'Hoe staat het met deze samenwerking? Een paar keer per jaar leest u wie er meedoet, wat er is afgesproken, hoe de punten ervoor staan en wat er komt.',
      empty: {
        text: 'Volg een dorp dat meedoet, dan krijgt u bericht zodra er een is.',
        button: 'Bekijk de samenwerking',
      },
    },
    failed: 'De statusbrieven kunnen nu niet worden geladen',
  },
  write: {
    button: 'Schrijf een statusbrief',
    lead: 'Kies een periode van hoogstens een kwartaal. Het systeem schrijft de brief uit de feiten; daarna past u hem aan. Er wordt nog niets verstuurd.',
    /** What the letter is called until its writer says otherwise: short enough, also for a collaboration with a long title. */
    heading: ({ called, isVillage }: { readonly called: string; readonly isVillage: boolean }, day: string) => {
      if (isVillage) return `Statusbrief ${called}, ${dateName(day)}`;
      const named = `Zo staat het met ${called} op ${dateName(day)}`;
      return named.length <= title.max ? named : `Zo staat het ervoor op ${dateName(day)}`;
    },
    title: { label: 'Titel', fault: `Schrijf een titel van ${title.min} tot ${title.max} tekens.` },
    fromOn: {
      label: 'Eerste dag',
      fault: 'Kies een dag die niet na de laatste dag ligt, en hoogstens een kwartaal eerder.',
    },
    toOn: { label: 'Laatste dag', fault: 'Kies vandaag of een eerdere dag.' },
    submit: 'Maak de brief',
    done: 'De brief staat klaar als concept. Lees hem na.',
  },
  letter: {
    kind: (village: string) => `Statusbrief van ${village}`,
    sent: (at: string) => `Verstuurd op ${dateName(at)}.`,
    draft: {
      title: 'Dit is een concept',
      text: 'Alleen u en wie meeschrijft zien het. Lees het na, pas aan wat u anders wilt zeggen, en verstuur het daarna.',
    },
    nothing: 'In deze periode veranderde er niets, en er is niets toegezegd.',
    leftOut: 'Weggelaten',
    now: 'Titels en toezeggingen staan hier zoals ze nu zijn. Hoe het punt er nu voor staat, leest u op zijn eigen pagina.',
    agenda: 'Naar de agenda van het dorp',
    collaboration: 'Naar de samenwerking',
    paper: 'Om af te drukken',
    pdf: 'Open als PDF',
    failed: 'Deze statusbrief kan nu niet worden geladen',
    edit: {
      button: 'Pas de brief aan',
      lead: 'Zeg een regel gerust in uw eigen woorden. Maakt u een veld leeg, dan blijft die regel weg. De titel van het punt blijft er altijd boven staan.',
      title: { label: 'Titel', fault: `Schrijf een titel van ${title.min} tot ${title.max} tekens.` },
      introduction: {
        label: 'Inleiding',
        hint: 'Wat wilt u zelf vertellen? Mag leeg blijven.',
        fault: `Schrijf niet meer dan ${introduction.max} tekens.`,
      },
      line: (part: string, point: string) => `${part}: ${point}`,
      lineFault: `Schrijf niet meer dan ${words.max} tekens.`,
      submit: 'Bewaar de brief',
      done: 'De brief is bewaard.',
      failures: {
        stale_version:
          'Iemand anders heeft deze brief net aangepast. Boven dit formulier ziet u hoe hij nu is; wat u typte staat hier nog. Bewaar daarna opnieuw.',
      },
    },
    publish: {
      button: 'Verstuur de brief',
      lead: (isVillage: boolean) =>
        `${isVillage ? 'Iedereen die het dorp volgt krijgt' : 'Wie meedoet en wie een van de dorpen volgt, krijgt'} bericht, en de brief blijft op deze pagina staan. Dat kan één keer; daarna verandert hij niet meer.`,
      submit: 'Ja, verstuur de brief',
      done: 'De brief is verstuurd.',
      failures: {
        stale_version: 'Iemand anders heeft deze brief net aangepast. Lees hem nog eens na en verstuur hem daarna.',
        wrong_state: 'Deze brief is al verstuurd.',
      },
    },
    discard: {
      button: 'Gooi het concept weg',
      lead: 'Er blijft niets van over. U kunt altijd een nieuwe brief laten schrijven.',
      submit: 'Gooi weg',
      done: 'Het concept is weg.',
    },
  },
  paper: {
    print: 'Druk af',
    back: 'Terug naar de brief',
    online: (url: string) => `Het laatste nieuws over elk punt leest u op ${url}`,
    noPdf: {
      title: 'Wij kunnen nu geen PDF maken',
      text: 'Op deze pagina staat hetzelfde. Kies “Druk af”. In het venster dat opengaat, kunt u het ook bewaren als PDF.',
    },
  },
};
