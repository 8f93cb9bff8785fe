import { thresholdLimits } from '@kernagenda/procurement/domain';

const { min, max } = thresholdLimits.source;

export const nl = {
  title: 'Inkoopdrempels',
  lead: 'Vanaf welk bedrag moet de gemeente meer aanbieders vragen, of openbaar aanbesteden? Elke regel geldt van dag tot dag en noemt haar bron. Europese drempels veranderen elke twee jaar.',
  none: { title: 'Nog geen regels', text: 'Zonder regels kan Kernagenda niet zeggen welke manier van inkopen past.' },
  failed: 'De regels kunnen nu niet worden geladen',
  amount: (amount: string) => `vanaf ${amount}`,
  days: (from: string, until: string | null) => (until ? `${from} tot en met ${until}` : `vanaf ${from}`),
  ended: 'voorbij',
  ahead: 'komt nog',
  source: 'Bron',
  change: { button: 'Verander', save: 'Bewaar', cancel: 'Toch niet', done: 'De regel is veranderd.' },
  kind: { label: 'Wat koopt de gemeente?' },
  route: { label: 'Wat moet dan?' },
  from: {
    label: 'Vanaf welk bedrag?',
    hint: 'In euro, zonder btw. Bijvoorbeeld 221.000.',
    fault: 'Vul een bedrag in, bijvoorbeeld 221000 of 221.000.',
  },
  validFrom: { label: 'Geldt vanaf', fault: 'Kies de eerste dag waarop deze regel geldt.' },
  validUntil: {
    label: 'Geldt tot en met',
    hint: 'Leeg is zolang niemand het einde weet.',
    fault: 'Kies een dag die niet vóór de eerste dag ligt.',
  },
  sourceText: {
    label: 'Wie zegt dat?',
    hint: 'De wet, de verordening of het inkoopbeleid, in woorden die iedereen begrijpt.',
    fault: `Schrijf de bron op in ${min} tot ${max} tekens.`,
  },
  sourceUrl: {
    label: 'Waar staat dat?',
    hint: 'Het adres van de pagina, met https:// ervoor.',
    fault: 'Vul een adres in dat begint met https://.',
  },
  taken:
    'Er is al een regel voor deze manier van inkopen, of voor dit bedrag, op een van deze dagen. Geef die eerst een laatste dag.',
  add: { title: 'Nieuwe regel', button: 'Voeg toe', done: 'De regel is toegevoegd.' },
};
