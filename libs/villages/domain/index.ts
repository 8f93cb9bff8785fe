export type {
  AreaView,
  MapShape,
  MapView,
  MunicipalityView,
  VillageRef,
  VillageSummary,
  VillageView,
} from './villages';
