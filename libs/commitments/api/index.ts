export { CommitmentLists } from './commitment-lists.service';
export { countsOf, themeOf, villageIs } from './commitment-lists.queries';
export { CommitmentsApiModule } from './commitments-api.module';
export {
  commitmentKept,
  commitmentLate,
  commitmentMade,
  commitmentMoved,
  commitmentWithdrawn,
  feasibilityFound,
  pointAnswered,
  refreshAsked,
  saidHidden,
  statusUpdated,
  storyTold,
} from './commitments.events';
export { CommitmentsService } from './commitments.service';
export { Escalations } from './escalations.service';
export { FiguresDto, FiguresViewDto, since } from './promises.answers.dto';
export { MilestonesService } from './milestones.service';
export { PromisesService } from './promises.service';
export { RefreshTokens } from './refresh-tokens';
export { Refreshes } from './refreshes.service';
export { isAsked, isSilent, sinceColumns, statusAt, toSince } from './silence';
export type { SinceRow } from './silence';
