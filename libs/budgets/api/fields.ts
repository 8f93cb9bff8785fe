import { IsInt, Length, Matches, Max, Min } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Trimmed } from '@kernagenda/shared/api';
import { moneyLimits } from '@kernagenda/shared/domain';

/** How a day and an amount are described. */
export const day = { type: String, format: 'date' } as const;
export const instant = { type: String, format: 'date-time' } as const;
export const cents = { type: 'integer', minimum: 0, maximum: moneyLimits.cents, description: 'Euro cents' } as const;
export const uuid = { type: String, format: 'uuid' } as const;

export const IsDay = (): PropertyDecorator => Matches(/^\d{4}-\d{2}-\d{2}$/);

/** An amount in whole cents. */
export const IsCents =
  (min = 0): PropertyDecorator =>
  (target, key) => {
    for (const rule of [IsInt(), Min(min), Max(moneyLimits.cents)]) rule(target, key);
  };

/** A text without the blanks around it. */
export const Words =
  ({ min, max }: { readonly min: number; readonly max: number }): PropertyDecorator =>
  (target, key) => {
    const schema = ApiProperty({ minLength: min, maxLength: max });
    for (const rule of [schema, Trimmed(), Length(min, max)]) rule(target, key);
  };
