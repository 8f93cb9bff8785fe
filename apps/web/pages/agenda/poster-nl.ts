/** Words of the poster, read from some metres away. */
export const posterNl = {
  page: (village: string) => `Poster ${village}`,
  ask: (village: string) => `Wat wenst u voor ${village}?`,
  lead: 'Richt de camera van uw telefoon op de code. U ziet wat er op de agenda staat, en u kunt er zelf iets bij zetten.',
  code: (url: string) => `QR-code die ${url} opent`,
  or: 'Of ga naar',
  promise: 'Op de agenda staan is geen belofte. Bij elk punt staat wie aan zet is.',
  back: 'Terug naar de agenda',
  print: 'Druk af',
  failed: 'De poster kan nu niet worden geladen',
};
