import type { ProposalKind } from '@kernagenda/proposals/domain';

/** What carrying it out would mean, as forms and texts say it. */
export const kindWords: Readonly<Record<ProposalKind, string>> = {
  good: 'Iets aanschaffen, zoals een bank of een bord',
  service: 'Hulp of een dienst, zoals een buurtbus',
  works: 'Iets bouwen of aanleggen',
  social: 'Samen iets doen',
  policy: 'Een regel of een afspraak',
};
