import { createTestApp } from '../testing/test-app';
import type { TestApp } from '../testing/test-app';
import { namedQuery } from './named-query';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('a named query', () => {
  const ask = (text: string) => namedQuery<{ readonly n: number }>(app.dataSource, 'test.named', text);

  it('means the same text everywhere, whichever connection it gets', async () => {
    expect(await Promise.all([ask('select 1 as n'), ask('select 1 as n')])).toEqual([[{ n: 1 }], [{ n: 1 }]]);
    await expect(ask('select 2 as n')).rejects.toThrow('Two statements are called "test.named".');
  });
});
