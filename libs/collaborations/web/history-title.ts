import type { CollaborationPhase, HistoryEntry, PartyRole } from '@kernagenda/collaborations/domain';
import { listName } from '@kernagenda/shared/web';

const phases: Readonly<Record<CollaborationPhase, string>> = {
  exploring: 'Het gaat weer verder',
  forming: 'De dorpen maken afspraken',
  executing: 'Het werk begon',
  evaluating: 'De dorpen kijken terug',
  closed: 'De samenwerking is klaar',
  paused: 'Het ligt even stil',
};

const roleBecame: Readonly<Record<PartyRole, string>> = {
  lead: 'trekt het voortaan',
  participant: 'doet mee als deelnemer',
  adviser: 'geeft advies',
  funder: 'betaalt mee',
  observer: 'leest mee',
};

/** What happened, in a few words; parties that came in together are one name per line. */
export function historyTitle({
  kind,
  party,
  to,
  title,
}: Pick<HistoryEntry, 'kind' | 'party' | 'to' | 'title'>): string {
  if (title !== null) return title;
  const parties = (party ?? '').split('\n');
  switch (kind) {
    case 'flagged':
      return 'Signaal: deze dorpen willen hetzelfde';
    case 'started':
      return 'De samenwerking begon';
    case 'joined':
      return `${listName(parties)} ${parties.length > 1 ? 'doen' : 'doet'} mee`;
    case 'left':
      return `${party ?? ''} stapte uit`;
    case 'role':
      return `${party ?? ''}: ${roleBecame[to as PartyRole]}`;
    case 'terms':
      return 'De afspraken zijn vastgelegd';
    case 'phase':
      return phases[to as CollaborationPhase];
    case 'agreed':
    case 'purchase':
      return 'Er is iets afgesproken';
  }
}
