import type { ChangeKind } from '@kernagenda/agendas/domain';

const kinds: Record<ChangeKind, string> = {
  new: 'Nieuw',
  done: 'Gedaan',
  moved: 'Verder of terug',
  changed: 'Anders beschreven of gepland',
  gone: 'Staat er niet meer op',
};

/** Words of two versions beside each other. */
export const compareNl = {
  title: (villages: string) => `Wat is er veranderd in ${villages}?`,
  page: 'Wat is er veranderd?',
  agenda: 'De agenda',
  from: 'Vergelijk deze versie',
  to: 'met',
  now: 'De agenda van nu',
  version: (number: number, day: string) => `Versie ${number}, ${day}`,
  between: (from: number, to: number) => `Van versie ${from} naar versie ${to}`,
  since: (from: number) => `Van versie ${from} naar nu`,
  none: 'Van deze agenda is nog geen versie vastgelegd. Er valt nog niets te vergelijken.',
  same: 'Er is niets veranderd.',
  unchanged: (count: number) =>
    count === 1 ? 'Eén punt staat er nog net zo bij.' : `${count} punten staan er nog net zo bij.`,
  kinds,
  count: (count: number) => (count === 1 ? '1 punt' : `${count} punten`),
  moved: 'Was',
  became: 'werd',
  gone: 'Op deze agenda staat het niet meer. Op de pagina van het punt leest u wat er nu mee is.',
  fields: { title: 'Wat', body: 'Waarom', place: 'Waar', theme: 'Onderwerp', plan: 'Planning' },
  unplanned: 'Niet gepland',
  residents: 'de bewoners',
  planned: (who: string, day: string) => `${who}, klaar vóór ${day}`,
  failed: 'Het verschil kan nu niet worden geladen',
};
