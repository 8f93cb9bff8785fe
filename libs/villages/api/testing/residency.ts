import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import { daysAfter } from '@kernagenda/shared/domain';
import type { ProblemBody } from '@kernagenda/shared/domain';
import type { CodeBatchInput, MadeCodes, ResidencyView } from '@kernagenda/villages/domain/residency';
import type { TestVillage } from './a-village';

/** Makes two codes for a village, for four people each, unless said otherwise. */
export const makeCodes = (
  app: TestApp,
  as: TestPerson | null,
  { id: villageId }: TestVillage,
  input: Partial<CodeBatchInput> = {},
): Promise<TestResponse<MadeCodes & ProblemBody>> =>
  app.request('POST', '/api/v1/residency-batches', {
    as,
    body: { villageId, codes: 2, usesPerCode: 4, validUntil: daysAfter(app.now(), 30), ...input },
  });

/** The codes of a new batch. @throws Error when they could not be made */
export async function someCodes(
  app: TestApp,
  as: TestPerson,
  village: TestVillage,
  input: Partial<CodeBatchInput> = {},
): Promise<{ readonly id: string; readonly code: string; readonly other: string }> {
  const { status, body } = await makeCodes(app, as, village, input);
  if (status !== 201) throw new Error(`Making codes answered ${status}: ${JSON.stringify(body)}`);
  const [code = '', other = ''] = body.codes;
  return { id: body.batch.id, code, other };
}

/** Types a code, with a postcode of the village that `aVillage` makes. */
export const prove = (
  app: TestApp,
  as: TestPerson | null,
  code: string,
  postcode = '4196 AB',
): Promise<TestResponse<ResidencyView & ProblemBody>> =>
  app.request('POST', '/api/v1/me/residency', { as, body: { code, postcode } });
