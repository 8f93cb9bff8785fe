import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';
import type { ProblemBody, ProblemCode, ProblemKind } from '@kernagenda/shared/domain';

const statusOfKind: Readonly<Record<ProblemKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  unprocessable: 422,
  precondition_required: 428,
  too_many: 429,
  unavailable: 503,
};

/** What the framework refuses by itself, before a handler of ours runs. */
const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'sign_in_required',
  403: 'not_allowed',
  404: 'not_found',
  409: 'wrong_state',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** What PostgreSQL refuses because of a value somebody sent: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const codeOfSqlState: Readonly<Record<string, ProblemCode>> = {
  '22001': 'invalid_input', // too long
  '22003': 'invalid_input', // number out of range
  '22007': 'invalid_input', // no date
  '22008': 'invalid_input', // date out of range
  '22021': 'invalid_input', // a character that cannot be stored
  '22P02': 'invalid_input', // no uuid, no number
  '22P05': 'invalid_input', // untranslatable character
  '23502': 'invalid_input', // missing value
  '23503': 'invalid_input', // refers to something that is not there
  '23514': 'invalid_input', // a check of the table
  '23505': 'already_exists',
  '23P01': 'already_exists', // overlaps something that is there
  '40001': 'unavailable', // lost against a parallel transaction
  '40P01': 'unavailable',
  '53300': 'unavailable', // no connection left
  '57P01': 'unavailable', // the database is stopping
  '57P03': 'unavailable',
};

/** Turns whatever was thrown into one `application/problem+json`; what is nobody's input stays a 500 and is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), error, this.logger);
  }
}

/** Answers a request with the problem an error stands for. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown, logger: Logger): void {
  const problem = toProblem(error);
  if (!problem || problem.kind === 'unavailable')
    logger.error(`${request.id} ${request.method} ${request.url.split('?')[0]}: ${describe(error)}`);
  if (reply.sent) return;
  const status = problem ? statusOfKind[problem.kind] : 500;
  const body: ProblemBody = {
    type: `urn:kernagenda:problem:${problem?.code ?? 'internal'}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: problem?.code ?? 'internal',
    ...(problem && problem.message !== problem.code && { detail: problem.message }),
    requestId: request.id,
    ...(problem && problem.errors.length > 0 && { errors: problem.errors }),
  };
  void reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('x-request-id', request.id)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

function toProblem(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : frameworkStatus(error);
  if (status !== null && (status < 500 || status === 503)) {
    return new Problem(codeOfStatus[status] ?? 'invalid_input', error instanceof Error ? error.message : undefined);
  }
  const code = codeOfSqlState[sqlState(error) ?? ''] ?? (isUnreachable(error) ? 'unavailable' : null);
  return code ? new Problem(code) : null;
}

/** No connection to the database, or none left in time; the second one has no code. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'].includes(code) || /^timeout exceeded when trying/.test(error.message)
  );
}

/** Fastify's own errors carry a status and a code that starts with FST_. */
function frameworkStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error) || !('code' in error)) return null;
  const isFramework = typeof error.code === 'string' && error.code.startsWith('FST_');
  return isFramework && typeof error.statusCode === 'number' ? error.statusCode : null;
}

function sqlState(error: unknown): string | null {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return null;
  return /^[0-9A-Z]{5}$/.test(cause.code) ? cause.code : null;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
