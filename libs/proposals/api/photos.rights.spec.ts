import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { aPhoto, aProposal, aTown, changePhoto, openPhoto, removePhoto, see, sendPhoto } from './testing';
import type { ProposalBuilder, TestTown } from './testing';

let app: TestApp;
let town: TestTown;

beforeAll(async () => {
  app = await createTestApp();
  town = await aTown(app);
});
afterAll(() => app.close());
// Each test is another quarter of an hour, so that none uses up what another may send.
beforeEach(() => app.advance({ seconds: 900 }));

const others = ['visitor', 'neighbour', 'secretary', 'broker', 'otherBroker', 'official'] as const;
type Other = (typeof others)[number];

interface Row {
  readonly state: ProposalView['moderationState'];
  readonly reach: (written: ProposalBuilder) => ProposalBuilder;
  /** Who sees its photos, besides its author. */
  readonly readers: readonly Other[];
  readonly isAuthorAtWork: boolean;
}
const rows: readonly Row[] = [
  { state: 'draft', reach: (written) => written, readers: [], isAuthorAtWork: true },
  { state: 'submitted', reach: (written) => written.submitted(), readers: ['broker'], isAuthorAtWork: false },
  {
    state: 'changes_requested',
    reach: (written) => written.sentBackBy(town.broker),
    readers: ['broker'],
    isAuthorAtWork: true,
  },
  { state: 'refused', reach: (written) => written.refusedBy(town.broker), readers: ['broker'], isAuthorAtWork: true },
  { state: 'approved', reach: (written) => written.approvedBy(town.broker), readers: others, isAuthorAtWork: false },
  { state: 'hidden', reach: (written) => written.hiddenBy(town.broker), readers: ['broker'], isAuthorAtWork: false },
];

describe.each(rows)('a photo of a proposal that is $state', ({ state, reach, readers, isAuthorAtWork }) => {
  let proposal: ProposalView;
  const photoId = (): string => proposal.photos[0]?.id ?? '';
  beforeAll(async () => {
    proposal = await reach(aProposal(app).in(town.tricht).by(town.resident).withPhoto()).save();
    expect(proposal.moderationState).toBe(state);
  });

  it.each(others)('attack 19: the %s sees it only where the text is, and changes it nowhere', async (name) => {
    const as = name === 'visitor' ? null : town[name];
    const isReader = readers.includes(name);
    for (const size of [480, 1600]) {
      expect((await openPhoto(app, as, photoId(), { size })).status).toBe(isReader ? 200 : 404);
    }
    const seen = `"${photoId()}-480"`;
    expect((await openPhoto(app, as, photoId(), { seen })).status).toBe(isReader ? 304 : 404);
    const answers = [
      await sendPhoto(app, as, proposal.id, await aPhoto({ width: 40, height: 30 })),
      await changePhoto(app, as, photoId(), { description: 'Van mij', position: 0 }),
      await removePhoto(app, as, photoId()),
    ];
    const refused = as ? (isReader ? 403 : 404) : 401;
    expect(answers.map(({ status }) => status)).toEqual([refused, refused, refused]);
    expect((await see(app, proposal.id, town.resident)).photos).toEqual(proposal.photos);
  });

  it(`is ${isAuthorAtWork ? 'added, changed and taken away' : 'seen, and left as it is,'} by its author`, async () => {
    const own = await reach(aProposal(app).in(town.tricht).by(town.resident).withPhoto()).save();
    const id = own.photos[0]?.id ?? '';
    const answers = [
      await openPhoto(app, town.resident, id),
      await sendPhoto(app, town.resident, own.id, await aPhoto({ width: 40, height: 30 })),
      await changePhoto(app, town.resident, id, { description: 'De oever' }),
      await removePhoto(app, town.resident, id),
    ];
    const expected = isAuthorAtWork ? [200, 201, 200, 204] : [200, 409, 409, 409];
    expect(answers.map(({ status }) => status)).toEqual(expected);
  });
});
