export { TextBlocksClient, textBlocksResource } from './text-blocks-client';
