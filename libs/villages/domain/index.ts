export { arcPath, edgeNames, projectBoundaries, shortestTree } from './map';
export type { Boundary, EdgeName, LabelOffset, Point, VillageBoundary, Water } from './map';
export type {
  AreaView,
  GroupView,
  MapShape,
  MapView,
  MunicipalityContact,
  MunicipalityView,
  VillageRef,
  VillageSummary,
  VillageView,
} from './villages';
export { administrationLimits } from './administration';
export type { AreaRecord, TeamInput, TeamRecord, TeamRef, TeamUpdate } from './administration';
