import { dayName } from '@kernagenda/shared/web';

/** Words of poster and cards, which are read without a page around them. */
export const paperNl = {
  poster: (villages: string) => `Poster ophaalronde ${villages}`,
  cards: (villages: string) => `Kaarten ophaalronde ${villages}`,
  tag: (villages: string) => `Ophaalronde ${villages}`,
  scan: 'Scan de code en doe mee',
  or: 'Of ga naar',
  until: (day: string) => `Tot en met ${dayName(day)}`,
  from: (day: string) => `Vanaf ${dayName(day)}`,
  code: (url: string) => `QR-code die ${url} opent`,
  also: 'Of doe mee zonder telefoon',
  handIn: (where: string) => `Lever een kaart in: ${where}`,
  phone: (number: string) => `Bel ${number}`,
  evening: (when: string) => `Kom langs: ${when}`,
  promise: 'Elke wens telt. Na afloop leest u wat ermee gebeurt.',
  back: 'Terug naar de ophaalronde',
  print: 'Druk af',
  pdf: 'Open als PDF',
  noPdf: {
    title: 'Wij kunnen nu geen PDF maken',
    text: 'Op deze pagina staat hetzelfde. Kies “Druk af”. In het venster dat opengaat, kunt u het ook bewaren als PDF.',
  },
  howTo:
    'Twee bladen van A4: de voorkant en de achterkant van vier kaarten. Druk ze op twee zijden af, op stevig papier, en snijd langs de lijnen.',
  front: 'Voorkant',
  backSide: 'Achterkant',
  write: 'Schrijf uw wens op de achterkant, of doe het met uw telefoon.',
  mine: 'Mijn wens',
  why: 'Waarom? Wat verandert er dan?',
  where: 'In welk dorp, en waar?',
  name: 'Mijn e-mailadres, als ik wil horen wat ermee gebeurt',
  consent: 'De wens komt zonder mijn naam op de site, zodat iedereen hem kan lezen.',
  deliver: 'Inleveren',
  failed: 'Dit papier kan nu niet worden geladen',
};
