import { defineEvents } from '@kernagenda/shared/api';

interface LexiconEvents {
  readonly 'lexicon.changed': { readonly version: number };
}

/** The municipality knows other concepts: texts have to be read again. */
export const lexiconChanged = defineEvents<LexiconEvents>()('lexicon.changed');
