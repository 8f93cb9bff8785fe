export { AgendaBadge, ModerationBadge } from './badges';
export { nl as proposalWords } from './nl';
export { openPointsResource } from './open-points';
export {
  ProposalsClient,
  myProposalsResource,
  planOptionsResource,
  proposalCountsResource,
  proposalResource,
  proposalsResource,
} from './proposals-client';
export type { ProposalFilter } from './proposals-client';
export { standingOf } from './standing';
export type { Standing } from './standing';
export { themeIcons } from './theme-icons';
