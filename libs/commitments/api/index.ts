export { CommitmentsApiModule } from './commitments-api.module';
export {
  commitmentKept,
  commitmentLate,
  commitmentMade,
  commitmentMoved,
  commitmentWithdrawn,
  pointAnswered,
  refreshAsked,
  statusUpdated,
} from './commitments.events';
export { CommitmentsService } from './commitments.service';
export { MilestonesService } from './milestones.service';
export { PromisesService } from './promises.service';
export { UpdatePhotosService } from './update-photos.service';
