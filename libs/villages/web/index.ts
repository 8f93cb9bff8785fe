// The map and its company stand in `./atlas`: only the front page needs them, and a bundler cannot split a barrel.
export { VillageLocator } from './village-locator';
export { Municipality, mapResource, villageResource, villagesResource } from './villages-client';
