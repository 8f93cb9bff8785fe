// The map stands in `./atlas` and `./locator`: one page needs each, and a bundler cannot split a barrel.
export { Municipality, mapResource, villageResource, villagesResource } from './villages-client';
