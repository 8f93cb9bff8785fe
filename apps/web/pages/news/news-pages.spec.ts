import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EventView, LetterView, NewsPage as NewsRows } from '@kernagenda/news/domain';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { EventPage } from './event-page';
import { eventInputOf } from './event-form';
import { letterEditOf, letterFields, letterValues } from './letter-form';
import { LetterPage } from './letter-page';
import { sentenceOf } from './letter-words';
import { NewsPage } from './news-page';

const tricht = { id: 't', slug: 'tricht', name: 'Tricht' };
const point = { id: 'p', title: 'Een bank', state: 'wish' } as const;
const line = { id: 'a', point, moment: null, words: null, isLeftOut: false } as const;
const letter: LetterView = {
  ...{ id: 'l', village: tricht, collaboration: null, title: 'Herfst in Tricht', introduction: 'Beste buren,' },
  url: 'https://k.example/l',
  ...{ fromOn: '2026-01-01', toOn: '2026-03-08', state: 'draft', publishedAt: null, version: 3 },
  lines: [
    { ...line, part: 'new', day: '2026-02-01', what: null, isMilestone: false },
    { ...line, id: 'b', part: 'late', day: '2026-02-10', what: 'Meten', isMilestone: false },
    { ...line, id: 'c', part: 'coming', day: '2026-05', what: 'De bank staat', isMilestone: true },
  ],
  allowedActions: ['edit', 'publish', 'discard'],
};
const news: NewsRows = {
  village: tricht,
  items: [
    {
      ...{
        id: 'n',
        kind: 'road_works',
        title: 'De stoep gaat open',
        text: 'Een week lang.',
        point: null,
        by: 'broker',
      },
      ...{ startsOn: '2026-03-10', endsOn: '2026-03-12', place: 'Nieuwsteeg', toldAt: '2026-03-01T09:00:00.000Z' },
      ...{ correctedAt: '2026-03-02T09:00:00.000Z', allowedActions: [], version: 2 },
    },
  ],
  nextCursor: null,
  mayTell: false,
};
const event: EventView = {
  ...{ id: 'e', village: tricht, kind: 'site_walk', title: 'Rondje', text: '', day: '2026-04-10', by: 'group' },
  ...{ starts: '10:00', ends: '12:00', place: 'De steiger', room: 2, comers: 2, state: 'to_come', version: 1 },
  ...{ startsAt: '2026-04-10T08:00:00.000Z', endsAt: '2026-04-10T10:00:00.000Z', isSignedUp: false },
  ...{ outcomes: [], beingRead: 0, allowedActions: [] },
};

async function open(component: abstract new (...args: never[]) => object, answer: unknown, inputs: object) {
  const transport = async (path: string): Promise<Response> =>
    path.endsWith('/me') ? json({ person: null, demo: false }) : json(answer);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
    ],
  });
  const fixture = TestBed.createComponent<object>(component as new () => object);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
    await fixture.whenStable();
  }
  const element = fixture.nativeElement as HTMLElement;
  return { element, words: element.textContent.replace(/\s+/g, ' ').trim() };
}

describe('the news of a village', () => {
  beforeEach(() => sessionStorage.clear());

  it('shows a draft by part, in the words of the system, to who may send it', async () => {
    const { element, words } = await open(LetterPage, letter, { kern: 'tricht', id: 'l' });
    expect(element.querySelector('h1')?.textContent).toBe('Herfst in Tricht');
    const parts = [...element.querySelectorAll('.ka-letter h2')].map(({ textContent }) => textContent.trim());
    expect(parts).toEqual(['Nieuw 1', 'Toegezegd en te laat 1', 'Wat er komt 1']);
    expect(words).toContain('Geplaatst op 1 februari 2026. Stand: wens.');
    expect(words).toContain('Was toegezegd voor 10 februari 2026 en is nog niet klaar: Meten');
    expect(words).toContain('Verwacht in mei 2026: De bank staat');
    expect(words).toContain('Verstuur de brief');
    expect(words).not.toContain('Open als PDF');
  });

  it('is not there under the address of another village', async () => {
    const { words } = await open(LetterPage, letter, { kern: 'deil', id: 'l' });
    expect(words).not.toContain('Herfst in Tricht');
  });

  it('says who joined a collaboration, what was agreed and how buying together stands, however long that is', async () => {
    const moment = { kind: 'joined', party: 'Deil', to: 'participant', title: null, text: null } as const;
    const agreed = { ...moment, kind: 'agreed', party: null, to: null, title: 'Warm licht' } as const;
    const text = 'Wij kiezen warm licht. '.repeat(40).trim();
    const told = { ...line, part: 'together', point: null, what: null, isMilestone: false } as const;
    const lines = [
      { ...told, day: '2026-02-01', moment },
      { ...told, id: 'b', day: '2026-02-02', moment: { ...agreed, text } },
      { ...told, id: 'c', day: '2026-02-03', moment: { ...moment, kind: 'purchase', to: 'decided' } },
    ] as const;
    const own = { ...letter, village: null, collaboration: { id: 's', title: 'Samen licht' }, lines };
    const { element, words } = await open(LetterPage, own, { samenwerking: 's', id: 'l' });
    expect(words).toContain('Deil doet mee');
    expect(words).toContain(`Warm licht Op 2 februari 2026: ${text}`);
    expect(words).toContain('Samen kopen: er is besloten');
    expect(element.querySelector('.ka-crumb')?.textContent).toContain('Samen licht');
    const field = letterFields(lines).find(({ name }) => name === 'regel-b');
    const value = letterValues(own)['regel-b'] ?? '';
    expect([field?.isFine?.(value, {}), field?.isFine?.(`${value}!`, {})]).toEqual([true, false]);
    expect(letterEditOf(letterValues(own), lines).lines.map(({ words: said }) => said)).toEqual([null, null, null]);
  });

  it('keeps no words for a line nobody touched, the words of one that was changed, and leaves out an empty one', () => {
    const [first, second] = letter.lines;
    const typed = { ...letterValues(letter), 'regel-b': 'Wij meten in april.', 'regel-c': ' ' };
    expect(first && typed['regel-a' as keyof typeof typed]).toBe(first && sentenceOf(first));
    expect(letterEditOf(typed, letter.lines).lines).toEqual([
      { id: 'a', words: null, isLeftOut: false },
      { id: second?.id, words: 'Wij meten in april.', isLeftOut: false },
      { id: 'c', words: null, isLeftOut: true },
    ]);
  });

  it('says where and until when the road is worked on, and that it was corrected', async () => {
    const { words } = await open(NewsPage, news, { kern: 'tricht' });
    expect(words).toContain('Van 10 maart tot en met 12 maart 2026');
    expect(words).toContain('Nieuwsteeg');
    expect(words).toContain('Verbeterd op 2 maart 2026');
    expect(words).not.toContain('Vertel nieuws');
  });

  it('says that an event is full, and asks nobody to come', async () => {
    const { words } = await open(EventPage, event, { kern: 'tricht', id: 'e' });
    expect(words).toContain('vrijdag 10 april 2026, 10.00 tot 12.00 uur');
    expect(words).toContain('Alle plaatsen zijn bezet.');
    expect(words).not.toContain('Ik kom');
  });

  it('takes a time with a point or a colon', () => {
    const values = { kind: 'evening', starts: '2026-04-10T19:30', ends: '21.30' };
    expect(eventInputOf(values)).toMatchObject({ day: '2026-04-10', starts: '19:30', ends: '21:30', room: null });
    expect(eventInputOf({ ...values, ends: '9:15', room: '12' })).toMatchObject({ ends: '09:15', room: 12 });
  });
});
