export const nl = {
  next: 'volgende',
  previous: 'vorige',
  all: 'alle toetsen',
  title: 'Sneltoetsen',
  where: (list: string) => `De toetsen werken alleen zolang u in de lijst ‘${list}’ staat.`,
  undo: 'maak het laatste besluit ongedaan',
  help: 'toon of verberg deze uitleg',
  on: 'Sneltoetsen staan aan',
};
