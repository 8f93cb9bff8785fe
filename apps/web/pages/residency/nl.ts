import { dateName } from '@kernagenda/shared/web';
import { residencyLimits } from '@kernagenda/villages/domain/residency';
import type { CodeBatchState, CodeBatchView } from '@kernagenda/villages/domain/residency';

const { codes, uses, days } = residencyLimits;
const people = (count: number): string => (count === 1 ? '1 bewoner' : `${count} bewoners`);
const states: Readonly<Record<CodeBatchState, (until: string) => string>> = {
  open: (until) => `Geldig tot en met ${until}.`,
  over: (until) => `Was geldig tot en met ${until}.`,
  withdrawn: () => 'Ingetrokken.',
};

export const nl = {
  prove: {
    page: 'Laat zien dat u hier woont',
    lead: 'Kreeg u een kaart met een code in de bus? Vul hem hier in. Bij uw steun telt u dan mee als bewoner van uw dorp.',
    private: 'Alleen het aantal bewoners is openbaar. Niemand ziet dat u het bent, en uw postcode bewaren wij niet.',
    signIn: { text: 'Log eerst in. De code staat dan nog klaar.', button: 'Inloggen' },
    village: { text: 'Kies eerst in welk dorp u woont.', button: 'Kies uw dorp' },
    staff: 'U werkt voor de gemeente en steunt hier geen punten. U hebt geen code nodig.',
    for: (village: string) => `Dit geldt voor ${village}. Woont u ergens anders? Verander dan eerst uw dorp.`,
    change: 'Verander uw dorp',
    code: {
      label: 'Code op de kaart',
      hint: 'Twee keer vijf letters en cijfers, zoals 7KMPA-3QRTC.',
      fault: 'Er zit een tikfout in de code. Kijk hem teken voor teken na.',
    },
    postcode: {
      label: 'Uw postcode',
      hint: 'De vier cijfers zijn genoeg.',
      fault: (village: string) => `Vul een postcode in van ${village}, zoals op uw adres.`,
    },
    button: 'Ik woon hier',
    failures: {
      invalid_code:
        'Deze code werkt niet. Is hij voor een ander dorp, verlopen of ingetrokken? Vraag de gebiedsmakelaar om een nieuwe.',
      code_used_up: 'Deze code is al door zoveel mensen gebruikt als mag. Vraag de gebiedsmakelaar om een nieuwe.',
      too_many_requests: 'U hebt het te vaak geprobeerd. Probeer het over een uur opnieuw.',
      not_allowed: 'U werkt voor de gemeente en steunt hier geen punten. U hebt geen code nodig.',
    } as Readonly<Record<string, string>>,
    failed: 'Dit lukt nu niet. Probeer het over een minuut opnieuw.',
    done: (village: string, at: string) => `U telt mee als bewoner van ${village}, sinds ${dateName(at)}.`,
    moving: 'Verhuist u naar een ander dorp? Dan vult u daar een nieuwe code in.',
    toVillage: (village: string) => `Bekijk wat er speelt in ${village}`,
  },
  codes: {
    page: 'Bewonerscodes',
    lead: 'Laat in elke brievenbus van een dorp een kaart met een code bezorgen. Bij steun staat dan hoeveel mensen er echt wonen, zonder namen.',
    notForYou: 'Dit doen de gebiedsmakelaar en de beheerder.',
    signIn: { text: 'Log in om codes te maken.', button: 'Inloggen' },
    nowhere: 'U kunt voor geen enkel dorp codes maken. Voor het dorp waar u zelf woont, doet een collega het.',
    form: {
      button: 'Maak codes',
      lead: 'Per straat of wijk apart kan ook: dan hoeft u bij misbruik minder in te trekken. U ziet de codes één keer; daarna kan niemand ze meer opvragen.',
      submit: 'Maak de codes',
      done: 'De codes zijn gemaakt. Bewaar ze nu.',
      village: { label: 'Voor welk dorp?', fault: 'Kies een dorp.' },
      codes: {
        label: 'Hoeveel codes?',
        hint: 'Eén voor elke brievenbus.',
        fault: `Vul een getal in van ${codes.min} tot en met ${codes.max}.`,
      },
      uses: {
        label: 'Hoeveel mensen per code?',
        hint: 'De mensen van één huis.',
        fault: `Vul een getal in van ${uses.min} tot en met ${uses.max}.`,
      },
      until: {
        label: 'Geldig tot en met',
        hint: `Hoogstens ${days} dagen vooruit.`,
        fault: `Kies een dag vanaf vandaag, hoogstens ${days} dagen vooruit.`,
      },
    },
    made: {
      title: (count: number, village: string) =>
        count === 1 ? `1 code voor ${village}` : `${count} codes voor ${village}`,
      once: 'U ziet deze codes alleen nu. Sla het bestand op of druk de kaarten af voordat u verder gaat.',
      csv: 'Sla op als bestand (CSV)',
      headings: ['Kern', 'Code', 'Adres', 'Geldig tot en met'],
      file: (slug: string) => `bewonerscodes-${slug}.csv`,
      print: 'Druk de kaarten af',
      part: 'Welke kaarten?',
      partName: (from: number, to: number) => `${from} tot en met ${to}`,
      close: 'Ik heb ze bewaard',
      example: 'Zo ziet een kaart eruit. Afgedrukt staan er tien op een vel.',
    },
    card: {
      title: (village: string) => `Woont u in ${village}?`,
      text: 'Laat zien dat uw steun van een bewoner komt.',
      how: (address: string) => `Ga naar ${address} of scan de code.`,
      until: (count: number, until: string) =>
        `Voor ${count === 1 ? '1 mens' : `${count} mensen`} op dit adres, tot en met ${dateName(until)}.`,
      qr: 'QR-code naar de pagina waar u de code invult',
    },
    list: {
      title: 'Gemaakte codes',
      none: 'Er zijn nog geen codes gemaakt.',
      more: 'Toon meer',
      failed: 'Dit lukt nu niet. Probeer het over een minuut opnieuw.',
      name: ({ village, codes: count }: CodeBatchView) => nl.codes.made.title(count, village.name),
      madeOn: (at: string) => `Gemaakt op ${dateName(at)}.`,
      state: ({ state, validUntil }: CodeBatchView) => states[state](dateName(validUntil)),
      used: ({ usedCodes, codes: count }: CodeBatchView) => `${usedCodes} van ${count} codes gebruikt`,
      proven: (count: number) => `${people(count)} nu`,
      perCode: (count: number) => (count === 1 ? '1 mens per code' : `${count} mensen per code`),
      takenBack: 'Wat ermee was aangetoond, is teruggenomen.',
    },
    withdraw: {
      button: 'Trek in',
      buttonAgain: 'Neem bewijzen terug',
      title: 'Trek deze codes in',
      titleAgain: 'Neem terug wat met deze codes is aangetoond',
      lead: 'De codes werken dan niet meer. Wie er al een gebruikte, blijft meetellen als bewoner.',
      leadAgain: 'Wie zo’n code gebruikte, telt niet meer mee als bewoner, en kan een nieuwe code invullen.',
      copied: {
        label: 'Zijn codes gekopieerd of verkocht?',
        yes: 'Ja, neem ook terug wat ermee is aangetoond',
      },
      done: 'De codes zijn ingetrokken.',
      doneAgain: 'Wat met deze codes was aangetoond, telt niet meer.',
    },
    failures: {
      not_allowed: 'U kunt voor dit dorp geen codes maken. Vraag het aan een collega.',
      not_found: 'Deze codes zijn er niet meer, of niet meer van u. Laad de pagina opnieuw.',
    } as Readonly<Record<string, string>>,
  },
};
