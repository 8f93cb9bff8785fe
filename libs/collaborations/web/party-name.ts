import type { PartyView } from '@kernagenda/collaborations/domain';
import { nl } from './nl';

/** How a party is called: the village, the team with that word, or who it is outside the platform. */
export const partyName = ({ village, team, partner }: PartyView): string =>
  village?.name ?? (team ? nl.team(team.name) : (partner?.name ?? ''));
