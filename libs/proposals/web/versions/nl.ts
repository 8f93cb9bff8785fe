export const nl = {
  lines: { title: 'Wat', body: 'Waarom', place: 'Waar', theme: 'Onderwerp', kind: 'Soort' },
  added: 'toegevoegd:',
  removed: 'weg:',
  end: 'einde.',
  nothing: 'Niets ingevuld',
  key: { added: 'Toegevoegd', removed: 'Weg' },
};
