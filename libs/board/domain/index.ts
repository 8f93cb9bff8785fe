export { boardLimits, pointStandings } from './board';
export type {
  BoardView,
  DonePoint,
  LateQuestion,
  PointFigures,
  PointStanding,
  MovingPoint,
  Savings,
  Some,
  StillPoint,
  VisitPromise,
  VisitView,
  Voices,
  WishedPoint,
} from './board';
