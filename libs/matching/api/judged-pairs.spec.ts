import { perform, reasons, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { readJudgedPairs } from './judged-pairs';
import { aSide, approved, decide, requireFlag, wrong } from './testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const judged = () => readJudgedPairs(app.dataSource.manager);

describe('the pairs people judged', () => {
  it('attack 21: are what was said last of public texts, with their words and without who said it', async () => {
    const [here, there] = [await aSide(app, 'Tricht'), await aSide(app, 'Deil')];
    const one = await approved(app, here, 'Een skatebaan', { body: 'Voor de jeugd.' });
    const other = await approved(app, there, 'Skatebaan bij de sporthal');
    const flag = await requireFlag(app, here.broker, one.id);
    const confirmed = await decide(app, here.broker, flag, 'confirm');
    const texts = [
      { id: one.id, village: 'Tricht', title: 'Een skatebaan', body: 'Voor de jeugd.' },
      { id: other.id, village: 'Deil', title: 'Skatebaan bij de sporthal', body: '' },
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await judged()).toEqual([{ a: texts[0], b: texts[1], verdict: 'right', reason: null }]);
    const declined = await decide(app, there.broker, confirmed.body, 'decline', wrong);
    expect(await judged()).toMatchObject([{ verdict: 'wrong', reason: 'other_subject' }]);
    await decide(app, there.broker, declined.body, 'reopen');
    expect(await judged()).toMatchObject([{ verdict: 'right', reason: null }]);

    await perform(app, here.broker, 'hide', await see(app, one.id, here.broker), reasons);
    expect(await judged()).toEqual([]);
  });
});
