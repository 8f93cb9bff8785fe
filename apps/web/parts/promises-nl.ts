import type { CommitmentStepKind } from '@kernagenda/commitments/domain';
import { dateName } from '@kernagenda/shared/web';

const steps: Record<CommitmentStepKind, (dueOn: string) => string> = {
  made: (dueOn) => `Toegezegd voor ${dateName(dueOn)}`,
  moved: (dueOn) => `Verschoven naar ${dateName(dueOn)}`,
  asked: () => 'Er is een vraag die eerst een antwoord nodig heeft',
  resumed: () => 'De vraag is beantwoord',
  kept: () => 'Nagekomen',
  withdrawn: () => 'Ingetrokken',
};

export const nl = {
  title: 'Wat zegt de gemeente?',
  eye: 'Toezegging van de gemeente',
  by: 'Door',
  madeOn: 'Gedaan op',
  dueOn: 'Uiterlijk',
  standing: 'Stand',
  history: 'Hoe deze toezegging verliep',
  steps,
  feasibility: (outcome: string) => `Haalbaar: ${outcome}`,
  lookedOn: (who: string, day: string) => `Bekeken door ${who} op ${day}`,
  roughly: (amount: string) => `Het kost ongeveer ${amount}.`,
  before: 'Wat er eerder is gevonden',
  story: {
    title: 'Zo is het gegaan',
    told: (who: string, day: string) => `Verteld door ${who} op ${day}`,
    before: 'Zo was het',
    after: 'Zo is het nu',
    cost: (amount: string) => `Het kostte ${amount}.`,
    partners: 'Wie meededen',
    thanks: 'Met dank aan',
  },
  answer: 'Antwoord van de gemeente',
  why: 'Waarom?',
  alternative: 'Wat kan er wel?',
  milestones: 'Planning',
  reached: 'Bereikt',
  planned: 'Nog niet bereikt',
  updates: 'Nieuws',
  updateKinds: { news: 'Nieuws', kept: 'Toezegging nagekomen', still_right: 'Nagekeken' },
  stillRight: 'Dit klopt nog. Er is niets veranderd.',
  hidden: 'Verborgen door de gebiedsmakelaar.',
  hiddenReason: (reason: string) => `Alleen de schrijver en de gebiedsmakelaar zien dit. Waarom: ${reason}`,
  failed: 'Wat de gemeente zegt, kunnen we nu niet laten zien.',
  all: 'Alle toezeggingen',
};
