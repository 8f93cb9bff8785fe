import type { CollaborationPhase, PartnerKind, PartyRole } from '@kernagenda/collaborations/domain';

const phases: Record<CollaborationPhase, string> = {
  exploring: 'Verkennen',
  forming: 'Afspraken maken',
  executing: 'Aan het werk',
  evaluating: 'Terugkijken',
  closed: 'Afgerond',
  paused: 'In de wacht',
};

const roles: Record<PartyRole, string> = {
  lead: 'Trekker',
  participant: 'Deelnemer',
  adviser: 'Adviseert',
  funder: 'Betaalt mee',
  observer: 'Leest mee',
};

const partnerKinds: Record<PartnerKind, string> = {
  water_board: 'Waterschap',
  province: 'Provincie',
  association: 'Vereniging of stichting',
  neighbour: 'Buurgemeente',
  company: 'Bedrijf',
  other: 'Anders',
};

const numbers = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
];

/** "vier dorpen", "1 dorp" stays a word: "één dorp". */
const villageCount = (count: number): string => `${numbers[count] ?? count} ${count === 1 ? 'dorp' : 'dorpen'}`;

export const nl = {
  phases,
  roles,
  partnerKinds,
  villageCount,
  stopped: 'Niet samen verder',
  team: (name: string) => `team ${name}`,
};
