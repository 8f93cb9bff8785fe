/** How a problem is answered; the API maps each kind to one HTTP status (RFC 9457). */
export type ProblemKind =
  | 'invalid' // 400
  | 'unauthenticated' // 401
  | 'forbidden' // 403
  | 'not_found' // 404
  | 'conflict' // 409
  | 'stale' // 412
  | 'too_large' // 413
  | 'unsupported' // 415
  | 'unprocessable' // 422
  | 'precondition_required' // 428
  | 'too_many' // 429
  | 'unavailable'; // 503

/** Every problem the product answers with, by code; the code is stable and part of the API. */
export const problemKinds = {
  invalid_input: 'invalid',
  invalid_cursor: 'invalid',
  invalid_code: 'invalid',
  sign_in_required: 'unauthenticated',
  cross_site: 'forbidden',
  not_allowed: 'forbidden',
  not_found: 'not_found',
  wrong_state: 'conflict',
  already_exists: 'conflict',
  already_decided: 'conflict',
  claimed_by_other: 'conflict',
  undo_window_closed: 'conflict',
  edited_since_decision: 'conflict',
  home_village_required: 'conflict',
  home_village_fixed: 'conflict',
  code_used_up: 'conflict',
  too_many_photos: 'conflict',
  home_village_of_staff: 'conflict',
  last_admin: 'conflict',
  budget_spent: 'conflict',
  initiative_cap: 'conflict',
  existing_share_spent: 'conflict',
  earlier_waiting: 'conflict',
  balance_changed: 'conflict',
  too_many_open: 'conflict',
  point_hidden: 'conflict',
  stale_version: 'stale',
  body_too_large: 'too_large',
  image_too_large: 'too_large',
  unsupported_media_type: 'unsupported',
  unsupported_image: 'unsupported',
  unreadable_file: 'unprocessable',
  idempotency_key_reused: 'unprocessable',
  version_required: 'precondition_required',
  too_many_requests: 'too_many',
  unavailable: 'unavailable',
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** One faulty field: a JSON pointer into the body (RFC 6901) or a parameter name, and what to do about it. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** The body of every error answer, as `application/problem+json`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode | 'internal';
  readonly detail?: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** A rule said no. Thrown by domain and services alike; one filter turns it into an answer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, detail?: string, errors: readonly FieldError[] = []) {
    super(detail ?? code);
    this.name = 'Problem';
    this.code = code;
    this.errors = errors;
  }

  get kind(): ProblemKind {
    return problemKinds[this.code];
  }
}

/** One field of the body holds what it cannot hold; `detail` says what it can. */
export function invalidField(pointer: string, detail: string): Problem {
  return new Problem('invalid_input', undefined, [{ pointer, detail }]);
}
