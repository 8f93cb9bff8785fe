import { type NewsInput, type NewsItem, newsKinds, newsLimits } from '@kernagenda/news/domain';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import { type FormField, type Values, isFilled, isLong } from '../forms/form-fields';
import { newsNl } from './news-nl';

const { title, text, place } = newsLimits;
const isWorks = (values: Values): boolean => values['kind'] === 'road_works';

/** The form of news; what only road works have is asked for road works alone. */
export function newsFields(
  points: readonly Pick<ProposalSummary, 'id' | 'title'>[],
  kind: string,
): readonly FormField[] {
  const nl = newsNl.form;
  const works: readonly FormField[] = [
    { name: 'startsOn', kind: 'day', ...nl.startsOn, isHalf: true, isFine: isFilled },
    {
      ...{ name: 'endsOn', kind: 'day', ...nl.endsOn, isHalf: true },
      isFine: (value, values) => isFilled(value) && value >= (values['startsOn'] ?? ''),
    },
    { name: 'place', kind: 'text', ...nl.place, isFine: isLong(place.min, place.max) },
  ];
  return [
    {
      ...{ name: 'kind', kind: 'choice', ...nl.kind, isFine: isFilled },
      choices: newsKinds.map((value) => ({ value, label: nl.kinds[value] })),
    },
    { name: 'title', kind: 'text', ...nl.title, isFine: isLong(title.min, title.max) },
    { name: 'text', kind: 'words', ...nl.text, isFine: isLong(text.min, text.max) },
    ...(kind === 'road_works' ? works : []),
    {
      ...{ name: 'pointId', kind: 'choice', ...nl.pointId },
      choices: points.map(({ id: value, title: label }) => ({ value, label })),
    },
  ];
}

export const newsInputOf = (values: Values): NewsInput => ({
  kind: isWorks(values) ? 'road_works' : 'news',
  title: (values['title'] ?? '').trim(),
  text: (values['text'] ?? '').trim(),
  pointId: values['pointId'] || null,
  startsOn: isWorks(values) ? values['startsOn'] || null : null,
  endsOn: isWorks(values) ? values['endsOn'] || null : null,
  place: isWorks(values) ? (values['place'] ?? '').trim() : '',
});

export const newsValues = ({
  kind,
  title: name,
  text: words,
  point,
  startsOn,
  endsOn,
  place: where,
}: NewsItem): Values => ({
  ...{ kind, title: name, text: words, pointId: point?.id ?? '', place: where },
  ...{ startsOn: startsOn ?? '', endsOn: endsOn ?? '' },
});
