export const nl = {
  title: 'Om mee te nemen',
  text: (village: string) =>
    `Alle punten van ${village || 'alle dorpen'} die iedereen mag lezen, zonder namen van wie ze schreef of steunt. CSV opent u in een spreadsheet; JSON en GeoJSON zijn voor programma’s en kaarten.`,
  /** Around the name of a format, for who hears the links one by one. */
  before: 'Download ',
  after: (village: string) => ` met de punten van ${village || 'alle dorpen'}`,
};
