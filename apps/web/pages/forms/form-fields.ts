/** What is typed in a form, by the name of the field. */
export type Values = Readonly<Record<string, string>>;

export interface FormChoice {
  readonly value: string;
  readonly label: string;
}

/** One field of a form that unfolds. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** `text` is a line, `words` are several, `boxes` holds the values that are checked. */
  readonly kind: 'text' | 'words' | 'number' | 'euro' | 'day' | 'moment' | 'choice' | 'boxes';
  readonly choices?: readonly FormChoice[];
  /** Stands beside another half on a wide screen. */
  readonly isHalf?: boolean;
  /** Days or moments as the field takes them. */
  readonly min?: string;
  readonly max?: string;
  /** Whether what is typed can be sent; what is refused is told by `fault`. */
  readonly isFine?: (value: string, values: Values) => boolean;
  /** Says what to do. */
  readonly fault?: string;
}

/** The values that are checked of a field with `boxes`. */
export const checkedOf = (value: string | undefined): readonly string[] => (value ?? '').split(' ').filter(Boolean);

/** What a field can hold of a value: of a choice only what is there to choose. */
export function offered({ kind, choices = [] }: FormField, value: string): string {
  const isThere = (one: string): boolean => choices.some((choice) => choice.value === one);
  if (kind === 'boxes') return checkedOf(value).filter(isThere).join(' ');
  return kind === 'choice' && !isThere(value) ? '' : value;
}

/** Whether a text is as long as it may be, without the spaces around it. */
export const isLong =
  (min: number, max: number): ((value: string) => boolean) =>
  (value) => {
    const { length } = value.trim();
    return length >= min && length <= max;
  };

export const isFilled = (value: string): boolean => value.trim() !== '';
