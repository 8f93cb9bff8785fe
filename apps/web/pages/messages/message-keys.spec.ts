import { TestBed } from '@angular/core/testing';
import { MessageKeys } from './message-keys';

describe('the key of a message', () => {
  beforeEach(() => sessionStorage.clear());
  const keys = (): MessageKeys => {
    TestBed.resetTestingModule();
    return TestBed.inject(MessageKeys);
  };

  it('is the same while its words are, also after a reload, and another for other words', () => {
    const key = keys().of('t1', { body: 'Dank u.' });
    expect(keys().of('t1', { body: 'Dank u.' })).toBe(key);
    expect(keys().of('t2', { body: 'Dank u.' })).not.toBe(key);
    expect(keys().of('t1', { body: 'Dank u wel.' })).not.toBe(key);
  });

  it('is used up when it has arrived: the same words again are another message', () => {
    const key = keys().of('t1', { body: 'Dank u.' });
    keys().forget('t1');
    expect(keys().of('t1', { body: 'Dank u.' })).not.toBe(key);
  });
});
