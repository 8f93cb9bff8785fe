export { LexiconClient, conceptResource, conceptsResource, unrecognisedResource } from './lexicon-client';
