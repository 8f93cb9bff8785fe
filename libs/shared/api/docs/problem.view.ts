import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FieldError, ProblemBody, ProblemCode } from '@kernagenda/shared/domain';
import { problemKinds } from '@kernagenda/shared/domain';

class FieldErrorView implements FieldError {
  @ApiProperty({ description: 'JSON pointer into the body (RFC 6901), or the name of a parameter', example: '/title' })
  readonly pointer: string;

  @ApiProperty()
  readonly detail: string;
}

/** RFC 9457. */
export class ProblemView implements ProblemBody {
  @ApiProperty({ format: 'uri', example: 'urn:kernagenda:problem:not_found' })
  readonly type: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: 'integer' })
  readonly status: number;

  @ApiProperty({ enum: [...Object.keys(problemKinds), 'internal'] })
  readonly code: ProblemCode | 'internal';

  @ApiPropertyOptional()
  readonly detail?: string;

  @ApiProperty()
  readonly requestId: string;

  @ApiPropertyOptional({ type: [FieldErrorView] })
  readonly errors?: FieldErrorView[];
}
