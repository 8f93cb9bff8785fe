import { administrationLimits } from '@kernagenda/villages/domain';

const { min, max } = administrationLimits.areaName;

export const nl = {
  title: 'Werkgebieden',
  lead: 'Een gebiedsmakelaar werkt voor alle dorpen van een werkgebied. Verplaatst u een dorp, dan gaat het werk meteen mee.',
  example: 'Voorbeeld: een eigen naam maakt er een echt werkgebied van.',
  brokers: (names: string) => `Gebiedsmakelaar: ${names}`,
  noBroker: 'Nog geen gebiedsmakelaar',
  noVillages: 'Nog geen dorpen. Verplaats een dorp uit een ander werkgebied hierheen.',
  failed: 'De werkgebieden kunnen nu niet worden geladen',
  moveTo: (village: string) => `Werkgebied van ${village}`,
  moved: (village: string, area: string) => `${village} hoort nu bij ${area}.`,
  rename: { button: 'Verander de naam', save: 'Bewaar de naam', cancel: 'Toch niet', done: 'De naam is veranderd.' },
  name: {
    label: 'Naam van het werkgebied',
    fault: `Vul een naam in van ${min} tot ${max} tekens.`,
    taken: 'Er is al een werkgebied met deze naam.',
  },
  add: { title: 'Nieuw werkgebied', button: 'Voeg toe', done: (name: string) => `${name} is toegevoegd.` },
};
