export { KeysBox } from './keys-box';
export type { KeyName } from './keys-box';
export { ListKeys, idBeside } from './list-keys';
