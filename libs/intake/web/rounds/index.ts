export {
  RoundsClient,
  roundResource,
  roundVillagesResource,
  roundWishesResource,
  roundsResource,
} from './rounds-client';
export { roundWords } from './nl';
