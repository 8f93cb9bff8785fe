export const nl = {
  title: 'Vragen die op antwoord wachten',
  lead: 'Bewoners stelden deze vragen. U kunt ze beantwoorden of doorgeven.',
  none: 'Er wachten nu geen vragen op u.',
  failed: 'De vragen kunnen nu niet worden geladen',
  asked: (author: string, village: string) => `${author} vraagt bij een punt uit ${village}:`,
  more: 'Er wachten meer vragen. U ziet ze zodra deze beantwoord zijn.',
};
