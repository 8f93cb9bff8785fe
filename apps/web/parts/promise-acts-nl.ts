import { promiseLimits } from '@kernagenda/commitments/domain';

const { answer, feasibility, story, what, reason, question, update, milestone } = promiseLimits;
const between = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  `Schrijf tussen ${min} en ${max} tekens.`;

export const nl = {
  answer: {
    button: 'Geef antwoord',
    submit: 'Plaats antwoord',
    done: 'Uw antwoord staat erbij. Wie dit volgt, krijgt bericht.',
    text: { label: 'Wat is het antwoord?', fault: between(answer.text) },
    why: { label: 'Waarom?', hint: 'Schrijf het zo dat iedereen het begrijpt.', fault: between(answer.why) },
    alternative: {
      label: 'Wat kan er wel?',
      hint: 'Mag leeg blijven.',
      fault: `Schrijf niet meer dan ${answer.alternative.max} tekens.`,
    },
  },
  commit: {
    button: 'Doe een toezegging',
    lead: 'Iedereen kan dit lezen. De eerste datum blijft meetellen, ook als u later verschuift.',
    submit: 'Zeg dit toe',
    done: 'Uw toezegging staat erbij. Wie dit volgt, krijgt bericht.',
    what: { label: 'Wat zegt u toe?', fault: between(what) },
    who: { label: 'Wie komt dit na?', fault: 'Kies wie dit nakomt.' },
    broker: 'Gebiedsmakelaar',
    dueOn: { label: 'Uiterlijk op', fault: `Kies vandaag of een latere dag, binnen ${promiseLimits.yearsAhead} jaar.` },
  },
  assess: {
    button: 'Schrijf op of dit kan',
    lead: 'Iedereen kan dit lezen. Wat u of een ander eerder schreef, blijft erbij staan. Kan het echt niet? Kies dan bovenaan voor ‘Dit kan niet doorgaan’.',
    submit: 'Sla op',
    done: 'Wat u vond staat erbij. Wie dit volgt, krijgt bericht.',
    outcome: { label: 'Kan het?', fault: 'Kies wat u nu weet.' },
    text: {
      label: 'Wat hebt u gevonden?',
      hint: 'Schrijf het zo dat iedereen het begrijpt. Noem ook de voorwaarden.',
      fault: between(feasibility.text),
    },
    costCents: {
      label: 'Wat kost het ongeveer?',
      hint: 'In euro’s. Mag leeg blijven.',
      fault: 'Schrijf een bedrag, zoals 1.500, of laat dit leeg.',
    },
    lookedOn: { label: 'Wanneer is er gekeken?', fault: 'Kies vandaag of een eerdere dag.' },
  },
  story: {
    button: 'Vertel hoe het ging',
    change: 'Verander het verhaal',
    lead: 'Andere dorpen leren hiervan, en wie meehielp leest uw dank. Iedereen kan dit lezen. Noem alleen mensen die dat goed vinden.',
    submit: 'Plaats het verhaal',
    done: 'Het verhaal staat erbij.',
    before: { label: 'Hoe was het?', hint: 'Waarom wilden mensen dit?', fault: between(story.before) },
    after: {
      label: 'Hoe is het nu?',
      hint: 'Wat is er gemaakt, en wat merken mensen ervan?',
      fault: between(story.after),
    },
    costCents: {
      label: 'Wat kostte het?',
      hint: 'Alles bij elkaar, in euro’s. Mag leeg blijven.',
      fault: 'Schrijf een bedrag, zoals 1.500, of laat dit leeg.',
    },
    partners: {
      label: 'Wie deden er mee?',
      hint: 'Groepen, bedrijven, vrijwilligers. Mag leeg blijven.',
      fault: `Schrijf niet meer dan ${story.partners.max} tekens.`,
    },
    thanks: {
      label: 'Wie bedankt u?',
      hint: 'Mag leeg blijven.',
      fault: `Schrijf niet meer dan ${story.thanks.max} tekens.`,
    },
  },
  update: {
    button: 'Vertel nieuws',
    submit: 'Plaats nieuws',
    done: 'Uw nieuws staat erbij. Wie dit volgt, krijgt bericht.',
    text: { label: 'Wat is het nieuws?', fault: `Schrijf niet meer dan ${update.max} tekens.` },
  },
  milestone: {
    button: 'Zet iets in de planning',
    submit: 'Zet in de planning',
    done: 'Dit staat in de planning.',
    title: { label: 'Wat gebeurt er?', fault: between(milestone.title) },
    day: { label: 'Wanneer?', fault: 'Kies een dag.' },
    precision: { label: 'Hoe zeker is de dag?', fault: 'Kies een van de twee.' },
    month: 'Ergens in die maand',
    exact: 'Precies op die dag',
    change: 'Verander',
    changed: 'De planning is veranderd.',
    reached: { label: 'Is het bereikt?', fault: 'Kies ja of nee.' },
    yes: 'Ja',
    no: 'Nog niet',
    remove: 'Haal weg',
    removeLead: 'Dit verdwijnt uit de planning.',
    removed: 'Dit staat niet meer in de planning.',
  },
  keep: {
    button: 'Nagekomen',
    submit: 'Meld nagekomen',
    lead: 'Laat zien dat het gelukt is, met een tekst, een foto of beide.',
    done: 'De toezegging is nagekomen. Wie dit volgt, krijgt bericht.',
    text: { label: 'Wat is er gedaan?', fault: `Schrijf niet meer dan ${update.max} tekens.` },
  },
  move: {
    button: 'Verschuif',
    lead: 'De eerste datum blijft staan en blijft meetellen.',
    done: 'De toezegging is verschoven. Wie dit volgt, krijgt bericht.',
    dueOn: { label: 'Nieuwe datum', fault: 'Kies een andere dag: vandaag of later.' },
    reason: { label: 'Waarom verschuift het?', fault: between(reason) },
  },
  ask: {
    button: 'Eerst een vraag',
    lead: 'Zolang de vraag openstaat, sturen we geen herinnering. De datum verandert niet.',
    done: 'De vraag staat erbij.',
    question: { label: 'Wat moet eerst bekend zijn?', fault: between(question) },
  },
  resume: {
    button: 'De vraag is beantwoord',
    lead: 'Vanaf nu sturen we weer herinneringen.',
    done: 'De toezegging loopt weer verder.',
  },
  withdraw: {
    button: 'Trek in',
    lead: 'De toezegging blijft te lezen, met uw reden.',
    done: 'De toezegging is ingetrokken.',
    reason: { label: 'Waarom trekt u dit in?', fault: between(reason) },
  },
  said: {
    'official-answers': {
      name: 'antwoord',
      hidden: 'Het antwoord is verborgen.',
      shown: 'Het antwoord is weer zichtbaar.',
    },
    'status-updates': { name: 'nieuws', hidden: 'Het nieuws is verborgen.', shown: 'Het nieuws is weer zichtbaar.' },
  },
  hide: {
    button: 'Verberg',
    lead: 'Voor als er iets in staat dat niet openbaar mag zijn, zoals een naam of telefoonnummer.',
    reason: {
      label: 'Waarom verbergt u dit?',
      hint: 'De schrijver leest deze reden. Anderen zien alleen dat hier iets verborgen is.',
      fault: between(reason),
    },
  },
  showAgain: { button: 'Toon weer', lead: 'Iedereen kan dit dan weer lezen.' },
  nothing: 'Schrijf iets of kies een foto.',
  photosFailed: 'Een foto is nog niet aangekomen. Kijk de foto’s na en probeer het opnieuw.',
};
