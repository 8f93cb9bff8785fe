import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { act, listOf, subjectsTo } from './testing';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function anAdoption() {
  const [from, to] = [await aTown(app), await aTown(app)];
  const origin = await aProposal(app).in(from.tricht).by(from.resident).approvedBy(from.broker).save();
  await app.request('PUT', `/api/v1/proposals/${origin.id}/support`, { as: from.neighbour });
  await app.advance({ seconds: 12 });
  await app.settle();
  const path = `/api/v1/proposals/${origin.id}/adoptions`;
  const { body } = await app.request<{ proposalId: string }>('POST', path, { as: to.resident });
  await act(app, to.resident, 'submit', body.proposalId);
  return { from, to, origin, id: body.proposalId };
}
const kindsOf = async (as: Parameters<typeof listOf>[1]) => (await listOf(app, as)).map(({ kind }) => kind);

describe('who stands behind an idea', () => {
  it('hears that another village took it over, once that is public for good', async () => {
    const { from, to, origin, id } = await anAdoption();
    await act(app, to.broker, 'approve', id);
    await app.settle();
    expect(await kindsOf(from.resident)).toEqual(['approve']);
    await app.advance({ seconds: 12 });
    await app.settle();
    const [line] = await listOf(app, from.resident);
    expect(line).toMatchObject({ kind: 'adopted', reason: 'author', proposalId: origin.id, title: origin.title });
    expect((await listOf(app, from.neighbour))[0]).toMatchObject({ kind: 'adopted', reason: 'supporter' });
    expect((await listOf(app, from.secretary))[0]).toMatchObject({ kind: 'adopted', reason: 'answers' });
    expect(await kindsOf(to.resident)).toEqual(['approve']);
    const mail = await subjectsTo(app, from.resident);
    expect(mail.at(-1)).toBe(`Een ander dorp neemt dit idee over: ${origin.title}`);
  });

  it('hears nothing of what was refused or taken back', async () => {
    const { from, to, id } = await anAdoption();
    await act(app, to.broker, 'approve', id);
    await perform(app, to.broker, 'undo', await see(app, id, to.broker));
    await act(app, to.broker, 'refuse', id, reasons);
    await app.advance({ seconds: 12 });
    await app.settle();
    expect(await kindsOf(from.resident)).toEqual(['approve']);
  });

  it('attack 21: reads nothing of it any more when the idea was hidden', async () => {
    const { from, to, origin, id } = await anAdoption();
    await act(app, to.broker, 'approve', id);
    await app.advance({ seconds: 12 });
    await app.settle();
    expect(await kindsOf(from.neighbour)).toContain('adopted');
    await act(app, from.broker, 'hide', origin.id, reasons);
    expect(await kindsOf(from.neighbour)).not.toContain('adopted');
  });
});
