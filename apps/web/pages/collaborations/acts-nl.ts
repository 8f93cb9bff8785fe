import { collaborationLimits } from '@kernagenda/collaborations/domain';
import { dateName } from '@kernagenda/shared/web';

const { title, reason, exitRule, decidingBody, task, agreementTitle, documentTitle, partnerName } = collaborationLimits;
const between = ({ min, max }: { readonly min: number; readonly max: number }): string => `${min} tot ${max} tekens`;
const reasonField = {
  label: 'Waarom?',
  hint: 'Iedereen kan dit lezen. Eén zin is genoeg.',
  fault: `Schrijf de reden, in ${between(reason)}.`,
};
const atMost = (max: number): string => `Maak dit korter dan ${max} tekens.`;

/** Texts of what people do with a collaboration. */
export const actsNl = {
  next: {
    title: 'Hoe nu verder?',
    missing: (terms: string) => `Voor het werk begint, is nog nodig: ${terms}.`,
    missingHow: 'Vul dit in bij ‘Waar gaat het om?’.',
    form: {
      button: 'Wij gaan samen verder',
      lead: 'De dorpen maken dan afspraken: wie het trekt, tot wanneer, en hoe een dorp uitstapt.',
      done: 'U gaat samen verder. Maak nu de afspraken.',
    },
    execute: {
      button: 'Begin met het werk',
      lead: 'De afspraken zijn klaar. Vanaf nu is het werk bezig.',
      done: 'Het werk is begonnen.',
    },
    evaluate: {
      button: 'Het werk is klaar: kijk terug',
      lead: 'Daarna schrijft u op wat het opleverde.',
      done: 'U kijkt nu samen terug.',
    },
    close: {
      button: 'Rond af',
      lead: 'Schrijf wat het opleverde, ook als het tegenviel. Andere dorpen leren ervan.',
      done: 'De samenwerking is afgerond.',
      result: {
        label: 'Wat leverde het op?',
        hint: 'Denk aan kwaliteit, kosten en hoe het verder gaat.',
        fault: 'Schrijf in een paar zinnen wat het opleverde.',
      },
    },
    stop: {
      button: 'Niet samen verder',
      lead: 'Dat mag. Elk dorp gaat dan zelf verder; wat er staat, blijft te lezen.',
      submit: 'Stop deze samenwerking',
      done: 'De dorpen gaan elk zelf verder.',
      reason: reasonField,
    },
    pause: {
      button: 'Zet even stil',
      lead: 'U kunt later verder waar u was.',
      done: 'Het ligt even stil.',
    },
    resume: { button: 'Ga weer verder', lead: 'U gaat verder waar u was.', done: 'Het gaat weer verder.' },
  },
  terms: {
    fill: 'Vul de afspraken in',
    change: 'Verander de afspraken',
    title: 'De afspraken',
    lead: 'Wie het trekt, tot wanneer, hoe een dorp uitstapt en wie besluit: die vier zijn nodig voor het werk begint.',
    done: 'De afspraken zijn bewaard.',
    fields: {
      title: { label: 'Naam', fault: `Geef een naam van ${between(title)}.` },
      ownerId: { label: 'Wie trekt het?', fault: 'Kies iemand uit de lijst.' },
      endsOn: { label: 'Tot wanneer?', hint: 'De laatste dag.', fault: 'Kies een dag na vandaag.' },
      exitRule: {
        label: 'Hoe stapt een dorp uit?',
        hint: 'Bijvoorbeeld: tot de bestelling, met een reden.',
        fault: `Schrijf de regel in ${between(exitRule)}.`,
      },
      decidingBody: {
        label: 'Wie besluit?',
        hint: 'Bijvoorbeeld: de vier kernagendagroepen samen.',
        fault: `Schrijf wie besluit, in ${between(decidingBody)}.`,
      },
      quality: { label: 'Kwaliteit: wat wordt beter?', fault: atMost(collaborationLimits.goal) },
      cost: { label: 'Kosten: wat wordt goedkoper?', fault: atMost(collaborationLimits.goal) },
      continuity: { label: 'Continuïteit: wat blijft bestaan?', fault: atMost(collaborationLimits.goal) },
      baseline: {
        label: 'Hoe is het nu?',
        hint: 'Dan ziet u later wat er anders is.',
        fault: atMost(collaborationLimits.result),
      },
      staysLocal: { label: 'Wat blijft ieder dorp zelf doen?', fault: atMost(collaborationLimits.staysLocal) },
    },
  },
  parties: {
    cast: {
      button: 'Andere rol',
      title: (party: string) => `Welke rol heeft ${party}?`,
      about: (party: string) => ` voor ${party}`,
      label: 'Rol',
      fault: 'Kies een rol.',
      done: 'De rol is veranderd.',
    },
    leave: {
      button: (party: string) => `Stap uit met ${party}`,
      lead: 'Wat er tot nu toe is gedaan, blijft te lezen. Het dorp kan later niet meer meebeslissen.',
      submit: 'Stap uit',
      done: (party: string) => `${party} doet niet meer mee.`,
      reason: reasonField,
    },
    join: {
      button: 'Doe mee met uw dorp',
      title: 'Welk dorp doet mee?',
      village: { label: 'Dorp', fault: 'Kies een dorp.' },
      points: {
        label: 'Welke punten van dit dorp gaan mee?',
        hint: 'Mag leeg blijven. Zij volgen dan wat hier gebeurt.',
      },
      role: { label: 'Rol', fault: 'Kies een rol.' },
      submit: 'Doe mee',
      done: 'Het dorp doet mee.',
    },
    team: {
      button: 'Doe mee met uw team',
      team: { label: 'Team', fault: 'Kies een team.' },
      done: 'Het team doet mee.',
    },
    partner: {
      button: 'Vraag iemand van buiten erbij',
      title: 'Wie doet mee van buiten?',
      lead: 'Bijvoorbeeld het waterschap of een vereniging. Wie het trekt, spreekt voor hen.',
      kind: { label: 'Wat voor organisatie?', fault: 'Kies wat voor organisatie het is.' },
      name: { label: 'Naam', fault: `Vul een naam in van ${between(partnerName)}.` },
      submit: 'Voeg toe',
      done: 'Deze organisatie doet mee.',
    },
  },
  tasks: {
    title: 'Taken',
    lead: 'Eén planning voor alle dorpen: wie doet wat, en wanneer.',
    empty: { title: 'Nog geen taken', text: 'Wat moet er het eerst gebeuren, en wie doet het?' },
    add: 'Nieuwe taak',
    change: 'Verander',
    about: (name: string) => ` ‘${name}’`,
    finish: 'Klaar',
    reopen: 'Toch niet klaar',
    remove: 'Haal weg',
    removed: 'De taak is weg.',
    done: 'De taak is bewaard.',
    finished: 'Mooi, weer een taak klaar.',
    reopened: 'De taak staat weer open.',
    failed: 'Dit lukte niet. Kijk wat er nu staat en probeer het opnieuw.',
    by: (day: string) => `vóór ${dateName(day)}`,
    late: (day: string) => `had klaar moeten zijn op ${dateName(day)}`,
    since: (at: string) => `klaar op ${dateName(at)}`,
    nobody: 'Nog niemand',
    finishedTitle: 'Klaar',
    fields: {
      title: { label: 'Wat moet er gebeuren?', fault: `Schrijf de taak in ${between(task)}.` },
      personId: { label: 'Wie doet het?', hint: 'Mag leeg blijven.' },
      partyId: { label: 'Voor welk dorp?', hint: 'Leeg is voor iedereen samen.' },
      dueOn: { label: 'Wanneer klaar?', hint: 'Mag leeg blijven.', fault: 'Kies een dag.' },
    },
  },
  agreements: {
    title: 'Afspraken',
    lead: 'Wat de dorpen met elkaar hebben afgesproken. Iedereen kan dit lezen.',
    empty: { title: 'Nog niets afgesproken', text: 'Schrijf hier op wat u samen besluit, met de dag erbij.' },
    add: 'Nieuwe afspraak',
    done: 'De afspraak staat erbij.',
    fields: {
      title: { label: 'Wat is er afgesproken?', fault: `Schrijf het in ${between(agreementTitle)}.` },
      body: { label: 'Toelichting', hint: 'Mag leeg blijven.', fault: atMost(collaborationLimits.agreementBody) },
      decidedOn: { label: 'Op welke dag?', fault: 'Kies vandaag of een dag daarvoor.' },
    },
  },
  documents: {
    title: 'Documenten',
    lead: 'Verwijzingen naar waar een document staat. Alleen wie meedoet, ziet deze lijst.',
    empty: { title: 'Nog geen documenten', text: 'Voeg een titel en een adres op het web toe.' },
    add: 'Nieuw document',
    done: 'Het document staat erbij.',
    remove: 'Haal weg',
    removed: 'Het document is weg.',
    by: (name: string | null, at: string) => `${name ?? 'Iemand'} voegde dit toe op ${dateName(at)}`,
    fields: {
      title: { label: 'Titel', fault: `Geef een titel van ${between(documentTitle)}.` },
      url: {
        label: 'Adres op het web',
        hint: 'Begint met https://',
        fault: 'Vul een adres in dat begint met https://.',
      },
    },
  },
  forParties: 'Alleen wie meedoet, ziet taken, documenten en het gesprek.',
  talk: { lead: 'Voor iedereen die meedoet. Ook in uw berichten.' },
  start: {
    button: 'Begin een samenwerking',
    title: 'Wat wilt u samen doen?',
    lead: 'Begin met punten van uw eigen dorp. Andere dorpen kunnen daarna aansluiten.',
    name: { label: 'Naam', hint: 'Bijvoorbeeld: samen bankjes kopen.', fault: `Geef een naam van ${between(title)}.` },
    village: { label: 'Dorp', fault: 'Kies een dorp.' },
    points: { label: 'Welke punten?', fault: 'Kies ten minste één punt.' },
    submit: 'Begin',
    done: 'De samenwerking staat er. Vraag nu andere dorpen mee.',
  },
};
