import { budgetRuleLimits } from '@kernagenda/budgets/domain';

const { source, criterion, criteria, year } = budgetRuleLimits;
const dayFormat = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' });

export const nl = {
  title: 'Dorpsbudget',
  lead: 'Wat elk dorp per jaar heeft, en hoe dat wordt verdeeld. Een regel geldt vanaf haar jaar, tot er een nieuwe is. Een budget dat al open is, verandert niet mee.',
  none: { title: 'Nog geen regels', text: 'Zonder regels is er geen dorpsbudget.' },
  failed: 'De regels kunnen nu niet worden geladen',
  from: (fromYear: number) => `Vanaf ${fromYear}`,
  text: (village: string, initiative: string, percent: number) =>
    `${village} per dorp, hoogstens ${initiative} per plan, hoogstens ${percent} procent voor wat er al is.`,
  day: (day: string) => `Herverdelen vanaf ${dayFormat.format(new Date(`2001-${day}T00:00:00Z`))}.`,
  criteria: (count: number) => (count === 1 ? '1 spelregel' : `${count} spelregels`),
  source: 'Bron',
  example: 'voorbeeld',
  add: { button: 'Nieuwe regel', submit: 'Voeg toe', done: 'De regel is toegevoegd.' },
  change: { button: 'Verander', submit: 'Bewaar', done: 'De regel is veranderd.' },
  taken: 'Er is al een regel voor dit jaar. Verander die.',
  fields: {
    fromYear: { label: 'Vanaf welk jaar?', fault: `Vul een jaar in van ${year.min} tot en met ${year.max}.` },
    villageCents: { label: 'Hoeveel per dorp?', hint: 'In euro, per jaar.', fault: 'Vul een bedrag in.' },
    initiativeCents: { label: 'Hoeveel per plan?', hint: 'In euro, hoogstens.', fault: 'Vul een bedrag in.' },
    existingPercent: {
      label: 'Welk deel voor wat er al is?',
      hint: 'In procent, hoogstens.',
      fault: 'Vul een getal in van 0 tot en met 100.',
    },
    redistributesOn: {
      label: 'Vanaf welke dag herverdelen?',
      hint: 'Dag en maand, zoals 1-11.',
      fault: 'Vul een dag en een maand in, zoals 1-11.',
    },
    criteria: {
      label: 'Spelregels',
      hint: 'Eén per regel. De aanvrager kruist aan wat klopt.',
      fault: `Schrijf hoogstens ${criteria} regels, elk tussen ${criterion.min} en ${criterion.max} tekens, geen twee gelijk.`,
    },
    source: {
      label: 'Wie zegt dat?',
      hint: 'De verordening of de pagina, in woorden die iedereen begrijpt.',
      fault: `Schrijf de bron op in ${source.min} tot ${source.max} tekens.`,
    },
    sourceUrl: {
      label: 'Waar staat dat?',
      hint: 'Het adres van de pagina, met https:// ervoor.',
      fault: 'Vul een adres in dat begint met https://.',
    },
    isExample: { label: 'Is een deel verzonnen?', choice: 'Ja, een deel is een voorbeeld' },
  },
};
