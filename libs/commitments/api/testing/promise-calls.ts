import type { CommitmentView, PromisesView, StoryInput } from '@kernagenda/commitments/domain';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { aPhoto, openFile, sendFile } from '@kernagenda/proposals/api/testing';
import type { OpenedPhoto } from '@kernagenda/proposals/api/testing';
import type { PhotoView } from '@kernagenda/proposals/domain';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import type { ProblemBody } from '@kernagenda/shared/domain';

type Answer<Body> = Promise<TestResponse<Body & ProblemBody>>;
export type SaidPath = 'official-answers' | 'status-updates';
type Part = 'answers' | 'feasibility' | 'commitments' | 'updates' | 'milestones';

/** What fits each part of a point, where a test says nothing else. */
export const promiseBodies = {
  answers: { text: 'De bank komt er in het najaar.', why: 'Er is geld voor.', alternative: '' },
  feasibility: {
    ...{ outcome: 'conditional', text: 'Het kan als de sloot mag wijken.' },
    ...{ costCents: 150_000, lookedOn: '2026-03-01' },
  },
  commitments: { what: 'De bank plaatsen', teamId: null, dueOn: '2026-03-20' },
  updates: { text: 'De bank is besteld.', photos: [] },
  milestones: { title: 'De bank staat', when: '2026-04' },
} as const satisfies Record<Part, object>;

/** A story of a point that is done. */
export const storyBody: StoryInput = {
  ...{ before: 'Wie ging vissen, zat in het gras.', after: 'Er staat een bank aan de Linge.', costCents: 120_000 },
  ...{ partners: 'De visclub', thanks: 'Iedereen die hielp graven' },
};

/** What people do with promises, over HTTP. */
export class PromiseCalls {
  constructor(private readonly app: TestApp) {}

  get(as: TestPerson | null, pointId: string): Answer<PromisesView> {
    return this.app.request('GET', `/api/v1/proposals/${pointId}/promises`, { as });
  }

  add(as: TestPerson | null, pointId: string, part: Part, body: object = {}, headers = {}): Answer<PromisesView> {
    const path = `/api/v1/proposals/${pointId}/${part}`;
    return this.app.request('POST', path, { as, body: { ...promiseBodies[part], ...body }, headers });
  }

  /** Tells how a point went; `version` is what was read, 0 for nothing. */
  tellStory(as: TestPerson | null, pointId: string, version: number, body: object = {}): Answer<PromisesView> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('PUT', `/api/v1/proposals/${pointId}/story`, {
      as,
      headers,
      body: { ...storyBody, ...body },
    });
  }

  /** Promises something and answers it; fails when that does not work. */
  async commit(as: TestPerson, pointId: string, body: object = {}): Promise<CommitmentView> {
    const before = (await this.get(as, pointId)).body.commitments.map(({ id }) => id);
    const { status, body: answer } = await this.add(as, pointId, 'commitments', body);
    const made = status === 201 ? answer.commitments.find(({ id }) => !before.includes(id)) : undefined;
    if (!made) throw new Error(`Promising answered ${status}: ${JSON.stringify(answer)}`);
    return made;
  }

  act(
    as: TestPerson | null,
    action: string,
    { id, version }: Pick<CommitmentView, 'id' | 'version'>,
    body?: object,
  ): Answer<CommitmentView> {
    const headers = { 'if-match': `"${version}"` };
    return this.app.request('POST', `/api/v1/commitments/${id}/${action}`, { as, headers, ...(body && { body }) });
  }

  /** Hides one answer or update, or shows it again; a reason hides. */
  hiding(as: TestPerson | null, path: SaidPath, id: string, reason: string | null): Answer<PromisesView> {
    const call = `/api/v1/${path}/${id}`;
    return reason === null
      ? this.app.request('POST', `${call}/show-again`, { as })
      : this.app.request('POST', `${call}/hide`, { as, body: { reason } });
  }

  async keepPhoto(as: TestPerson | null): Answer<PhotoView> {
    return sendFile(this.app, as, '/api/v1/update-photos', await aPhoto());
  }

  openPhoto(as: TestPerson | null, id: string): Promise<OpenedPhoto> {
    return openFile(this.app, as, `/api/v1/update-photos/${id}`);
  }
}
