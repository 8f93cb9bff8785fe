import { Injectable, ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';

/**
 * Refuses unknown fields and tells all faults at once. Nothing is converted by itself: a number in a query asks for
 * `@Type(() => Number)` on its field.
 */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      exceptionFactory: (errors) =>
        new Problem(
          'invalid_input',
          undefined,
          errors.flatMap((error) => faults(error, '')),
        ),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (metadata.type === 'body' || !(error instanceof Problem)) throw error;
      throw new Problem(error.code, undefined, error.errors.map(toParameter));
    }
  }
}

function faults(error: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => faults(child, pointer))];
}

/** A parameter of the address is named as it is, only a body has pointers. */
function toParameter({ pointer, detail }: FieldError): FieldError {
  return { pointer: pointer.slice(1), detail };
}
