import type { PhotoView } from '@kernagenda/proposals/domain';
import { type ChosenPhoto, waiting } from '../photos/chosen-photo';
import { arrived, meet } from './draft-photo';

const here = (key: string, change: Partial<ChosenPhoto> = {}): ChosenPhoto => ({
  ...waiting({ key, id: null, file: new Blob(['x']), preview: '', description: '', isUndescribed: false }),
  ...change,
});
const there = (id: string): PhotoView => ({ id, description: id, isUndescribed: false, width: 4, height: 3 });
const names = (photos: readonly ChosenPhoto[]): readonly string[] =>
  photos.map(({ key, id }) => (id ? `${key} arrived` : `${key} waits`));

describe('photos that meet what the municipality has', () => {
  it('stand behind those it has already', () => {
    expect(names(meet([here('new')], [there('p1'), there('p2')]))).toEqual(['p1 arrived', 'p2 arrived', 'new waits']);
  });

  it('are not there twice, and keep words that have not arrived', () => {
    const [photo, ...more] = meet([here('a', { id: 'p1', description: 'De oever' })], [there('p1')]);
    expect([photo?.description, more]).toEqual(['De oever', []]);
  });

  it('go along again with a text that became another proposal', () => {
    expect(names(meet([here('a', { id: 'p1', areWordsKept: true })], []))).toEqual(['a waits']);
  });

  it('are gone when another device took them away', () => {
    expect(meet([arrived(there('p1'))], [])).toEqual([]);
  });
});
