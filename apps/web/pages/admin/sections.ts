import { nl } from './nl';

/** The parts of the administration, in the order of the menu. */
export const sections = [
  { path: '/beheer/mensen', ...nl.sections.people },
  { path: '/beheer/gebieden', ...nl.sections.areas },
  { path: '/beheer/teams', ...nl.sections.teams },
  { path: '/beheer/groepen', ...nl.sections.groups },
  { path: '/beheer/mandaten', ...nl.sections.mandates },
  { path: '/beheer/drempels', ...nl.sections.thresholds },
  { path: '/werkplek/bewonerscodes', ...nl.sections.codes },
  { path: '/beheer/dorpsbudget', ...nl.sections.budgets },
  { path: '/beheer/gemeente', ...nl.sections.municipality },
  { path: '/beheer/teksten', ...nl.sections.texts },
  { path: '/beheer/begrippen', ...nl.sections.concepts },
  { path: '/beheer/import', ...nl.sections.imports },
] as const;
