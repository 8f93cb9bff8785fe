import { Transform } from 'class-transformer';
import { oneLine } from '@kernagenda/shared/domain';

const ofText =
  (change: (text: string) => string) =>
  ({ value }: { readonly value: unknown }): unknown =>
    typeof value === 'string' ? change(value) : value;

/** A field that is one visible line, as a title or a name; `oneLine` says what becomes of the rest. */
export const OneLine = (): PropertyDecorator => Transform(ofText(oneLine));

/** A text without the blanks around it, so that blanks alone are no text. */
export const Trimmed = (): PropertyDecorator => Transform(ofText((text) => text.trim()));
