import { eveningLimits } from '@kernagenda/intake/domain/evenings';
import type { EveningState } from '@kernagenda/intake/domain/evenings';
import { dateName } from '@kernagenda/shared/web';

const { text, title, group, place } = eveningLimits;
const notes = (count: number): string => (count === 1 ? '1 wens' : `${count} wensen`);
const dots = (count: number): string => (count === 1 ? '1 stip' : `${count} stippen`);
const states: Readonly<Record<EveningState, string>> = {
  open: 'Nog bezig',
  closing: 'Wordt ingestuurd',
  closed: 'Ingestuurd',
};

export const nl = {
  list: {
    page: 'Een avond vol wensen',
    lead: 'Schrijf in de zaal op wat mensen wensen, zo snel als zij het zeggen. Het werkt ook zonder internet. Na afloop stuurt u alles in één keer in.',
    title: 'Avonden',
    none: 'Nog geen avonden. Begin de eerste, het liefst thuis: dan staat alles klaar, ook zonder internet in de zaal.',
    line: (village: string, state: EveningState, count: number) => `${village}. ${states[state]}, ${notes(count)}.`,
    waiting: (count: number) => `Op deze computer nog niet verstuurd: ${count}. Open de avond om ze te versturen.`,
    signIn: 'Log in om een avond te beginnen.',
    form: {
      button: 'Begin een avond',
      submit: 'Begin',
      done: 'De avond staat klaar.',
      village: { label: 'In welk dorp?', fault: 'Kies een dorp.' },
      day: { label: 'Op welke dag?', fault: 'Kies een dag.' },
      title: {
        label: 'Hoe heet de avond?',
        hint: 'Zoals: Dorpsavond over het plein. Mag leeg blijven.',
        fault: `Schrijf niet meer dan ${title.max} tekens.`,
      },
    },
  },
  evening: {
    name: (village: string, name: string) => name || `Avond in ${village}`,
    when: (village: string, day: string) => `${village}, ${dateName(day)}`,
    back: 'Alle avonden',
    screen: 'Open het scherm voor de beamer',
    field: 'Wat wenst iemand?',
    hint: 'Enter bewaart, en u gaat verder met de volgende. Typ #groen voor een thema, #Haven voor een groep, of het e-mailadres van wie het zei.',
    save: 'Bewaar',
    tooShort: `Schrijf minstens ${text.min} tekens.`,
    tooLong: `Schrijf hooguit ${text.max} tekens.`,
    full: `Een avond heeft plaats voor ${eveningLimits.notes} wensen. Stuur deze in en begin een tweede.`,
    reads: (parts: readonly string[]) => parts.join('. '),
    theme: (name: string) => `Thema: ${name}`,
    group: (name: string) => `Groep: ${name}`,
    email: (address: string) => `Bericht naar ${address}`,
    saved: (what: string) => `Bewaard: ${what}`,
    like: 'Lijkt op wat al gezegd is',
    same: 'Dat is hetzelfde',
    sameAbout: (what: string) => `als ${what}`,
    agenda: (village: string) => `Staat al op de agenda van ${village}`,
    notes: 'Wat er gezegd is',
    count: notes,
    none: 'Nog niets opgeschreven. Typ hierboven de eerste wens.',
    keys: 'Met pijl omlaag komt u bij de wensen. Daar geven + en − een stip, en Delete haalt weg.',
    standing: {
      asking: 'Even kijken …',
      sent: 'Alles is verstuurd.',
      sending: (count: number) => `Wordt verstuurd: ${count}`,
      offline: (count: number) =>
        count
          ? `Geen verbinding. Opgeslagen op deze computer, nog niet verstuurd: ${count}`
          : 'Geen verbinding. U kunt gewoon verder schrijven.',
      signedOut: (count: number) =>
        `U bent niet meer ingelogd. Opgeslagen op deze computer, nog niet verstuurd: ${count}`,
      notKept: 'Deze browser bewaart niets. Houd deze pagina open tot alles is verstuurd.',
      odd: (count: number) =>
        count === 1
          ? 'In deze wens klopt iets niet, dus hij gaat niet mee. Bewerk hem hieronder, of haal hem weg:'
          : `In deze ${notes(count)} klopt iets niet, dus ze gaan niet mee. Bewerk ze hieronder, of haal ze weg:`,
      late: (count: number) =>
        count === 1
          ? 'De avond is ingestuurd of vol. Deze wens ging niet mee; hij staat alleen op deze computer:'
          : `De avond is ingestuurd of vol. Deze ${notes(count)} gingen niet mee; ze staan alleen op deze computer:`,
      packed: 'Klaar voor zonder internet.',
    },
    signIn: 'Log in',
    hidden: (count: number) =>
      count
        ? `Op deze computer ${count === 1 ? 'staat nog 1 wens die niet verstuurd is' : `staan nog ${notes(count)} die niet verstuurd zijn`}. Log in als degene die dat opschreef; dan gaat het alsnog mee.`
        : 'Log in om deze avond te zien.',
    offlineUnknown: 'Geen verbinding. Op deze computer is deze avond nog niet geopend; kom terug als er internet is.',
    missing: {
      title: 'Deze avond is er niet',
      text: 'Of hij is van een dorp dat u niet helpt.',
      button: 'Naar uw avonden',
      unsent: (count: number) =>
        count === 1
          ? 'Deze wens is niet verstuurd. Hij staat alleen op deze computer:'
          : `Deze ${notes(count)} zijn niet verstuurd. Ze staan alleen op deze computer:`,
    },
    toEnter: 'Schrijf ze op als losse wens',
    note: {
      more: (dotCount: number) => dots(dotCount),
      add: 'Een stip erbij',
      less: 'Een stip eraf',
      about: (what: string) => `bij ${what}`,
      edit: 'Bewerk',
      remove: 'Haal weg',
      removed: 'De wens is weggehaald.',
      waits: 'nog niet verstuurd',
      tied: (count: number) => (count === 1 ? 'Ook door iemand anders gezegd:' : `Ook door ${count} anderen gezegd:`),
      untie: 'Maak los',
      hasEmail: 'krijgt bericht',
      stayed: 'Niet ingestuurd',
      text: 'De wens',
      theme: 'Thema',
      noTheme: 'Geen thema',
      group: 'Groep',
      groupHint: `Zet bij elkaar wat bij elkaar hoort. Hooguit ${group.max} tekens.`,
      same: 'Hetzelfde als',
      noSame: 'Geen andere wens',
      place: 'Waar in het dorp?',
      placeHint: `Mag leeg blijven. Hooguit ${place.max} tekens.`,
      email: 'E-mailadres van wie het zei',
      emailHint: 'Alleen als diegene bericht wil. De volgende morgen gaat er één mail heen.',
      emailFault: 'Schrijf een e-mailadres, zoals naam@voorbeeld.nl, of laat dit leeg.',
      save: 'Klaar',
    },
    close: {
      title: 'Insturen',
      lead: 'Elke wens wordt een voorstel. De gebiedsmakelaar leest het eerst. Wie een adres gaf, krijgt de volgende morgen om acht uur bericht.',
      open: 'Kijk na en stuur in',
      which: 'Deze wensen gaan mee',
      merged: (count: number) => (count === 1 ? 'met 1 andere erbij' : `met ${count} andere erbij`),
      consent: 'In de zaal is gezegd dat iedereen de wensen kan lezen',
      consentFault: 'Vertel het de zaal, en kruis dit dan aan.',
      submit: (count: number) => `Stuur ${notes(count)} in`,
      nothing: 'Er gaat geen wens mee.',
      cancel: 'Nog niet',
      wait: 'Insturen kan als alles is verstuurd.',
      failed:
        'Er kwam geen goed antwoord. Gaat het insturen hieronder niet verder? Probeer het dan over een minuut opnieuw.',
      changed: 'Er is intussen iets bijgekomen of weggehaald. Kijk de lijst nog eens na.',
      resume: { text: 'Staat het stil?', button: 'Ga verder met insturen' },
      progress: (done: number, all: number) => `${done} van ${all} ingestuurd`,
      done: (count: number) => `${notes(count)} ingestuurd. Dank u wel.`,
    },
  },
  screen: {
    none: 'Wat wenst u voor ons dorp?',
    loose: 'Overig',
    back: 'Terug naar de avond',
    offline: 'Geen verbinding',
    dots,
    times: (count: number) => `${count} keer gezegd`,
  },
};
