export { EventsClient, eventResource, eventsResource } from './events-client';
export { followNews } from './follow-news';
export { LettersClient, letterResource, lettersResource } from './letters-client';
export { eventWords, letterWords, newsWords } from './nl';
export { NewsClient, newsResource } from './news-client';
export { StoriesClient, storiesResource } from './stories-client';
