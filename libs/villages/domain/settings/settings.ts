import type { ChosenColours } from './theme';
import type { MunicipalityContact } from '../villages';

/** Lengths in characters; terms in working days of the town hall. */
export const municipalityLimits = {
  name: { min: 2, max: 80 },
  address: { max: 200 },
  telephone: { max: 30 },
  email: { max: 254 },
  website: { max: 200 },
  readWithinDays: { min: 1, max: 20 },
  answerWithinDays: { min: 1, max: 40 },
} as const;

/** The terms until the administrator chooses others. */
export const municipalityDefaults = { readWithinDays: 5, answerWithinDays: 10 } as const;

export interface MunicipalityInput extends MunicipalityContact {
  readonly name: string;
  readonly readWithinDays: number;
  readonly answerWithinDays: number;
  readonly colours: ChosenColours;
  /** Whether public texts may be sent to an embedding model outside the private network of the host. */
  readonly allowsPublicEmbeddings: boolean;
}

export interface MunicipalitySettings extends MunicipalityInput {
  /** The number for `If-Match`; 0 while there is no municipality. */
  readonly version: number;
}
