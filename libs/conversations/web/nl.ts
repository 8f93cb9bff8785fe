import type { AnsweringPart, CommentState, PlacedKind, QuestionView } from '@kernagenda/conversations/domain';

type Owned = Pick<QuestionView, 'owner' | 'team'>;

const ownerOf = ({ owner, team }: Owned, village: string): string => {
  if (owner === 'team') return `Team ${team?.name ?? ''}`;
  return owner === 'group' ? `De groep van ${village}` : 'De gebiedsmakelaar';
};

const parts: Record<AnsweringPart, string> = {
  secretary: 'kernagendagroep',
  broker: 'gebiedsmakelaar',
  alderman: 'wethouder',
  official: 'gemeente',
};

const kinds: Record<PlacedKind, string> = { reaction: 'Reactie', question: 'Vraag', help: 'Ik help mee' };

const states: Partial<Record<CommentState, string>> = {
  offered: 'Wacht op een antwoord.',
  agreed: 'Afgesproken: zij helpen samen verder.',
  declined: 'Nu niet nodig, met dank.',
};

export const nl = {
  title: 'Praat mee',
  empty: 'Nog niemand zei hier iets. Wat vindt u?',
  kinds,
  states,
  ownerOf,
  gone: 'Iemand die weg is',
  by: (author: string, village: string) => (village ? `${author} uit ${village}` : author),
  due: (owner: string, day: string) => `${owner} antwoordt uiterlijk ${day}.`,
  late: (owner: string, day: string) => `${owner} zou uiterlijk ${day} antwoorden. Dat is nog niet gebeurd.`,
  answerBy: (author: string, part: AnsweringPart) => `Antwoord van ${author}, ${parts[part]}`,
  hidden: (reason: string) => `Verborgen. Alleen de schrijver en de gebiedsmakelaar zien dit. Waarom: ${reason}`,
  more: 'Toon meer',
  failed: 'De reacties laden niet.',
  partsFailed: 'Het formulier kan nu niet worden geladen',
  signIn: 'Log in en praat mee',
};
