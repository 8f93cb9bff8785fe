import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Trimmed } from '@kernagenda/shared/api';
import { procurementLimits } from '@kernagenda/procurement/domain';

const most = procurementLimits.cents;

/** How a day and an amount are described. */
export const day = { type: String, format: 'date' } as const;
export const cents = { type: 'integer', minimum: 0, maximum: most, description: 'Euro cents without VAT' } as const;

export const IsDay = (): PropertyDecorator => Matches(/^\d{4}-\d{2}-\d{2}$/);
export const UnlessNull = (): PropertyDecorator => ValidateIf((_: object, value: unknown) => value !== null);

/** An amount in whole cents: from nothing to the most. */
export const IsCents = (): PropertyDecorator => (target, key) => {
  for (const rule of [IsInt(), Min(0), Max(most)]) rule(target, key);
};

/** A text of at most so many characters, that may be left out. */
export const Note =
  (max: number): PropertyDecorator =>
  (target, key) => {
    const schema = ApiPropertyOptional({ maxLength: max, default: '' });
    for (const rule of [schema, IsOptional(), Trimmed(), IsString(), MaxLength(max)]) rule(target, key);
  };
