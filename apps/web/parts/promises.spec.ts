import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type {
  CommitmentView,
  Feasibility,
  OfficialAnswer,
  PromisesView,
  StatusUpdate,
  Story,
} from '@kernagenda/commitments/domain';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT, Clock, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { PromiseActs } from './promise-acts';
import { Promises } from './promises';

const nothing: PromisesView = {
  ...{ story: null, answers: [], feasibility: [], commitments: [], updates: [], milestones: [], allowedActions: [] },
  options: { teams: [], isBroker: false },
};
const shown = { isHidden: false, hiddenReason: null, allowedActions: [] } as const;
const said: OfficialAnswer = {
  ...{ id: 'a', text: 'Bel de buurman.', why: 'Hij weet het.', alternative: '', author: 'Wethouder', part: 'alderman' },
  ...{ team: null, at: '2026-03-02T09:00:00.000Z', isHidden: false, hiddenReason: null, allowedActions: [] },
};
const story: Story = {
  ...{
    before: 'Er was nat gras.',
    after: 'Er staat een bank.',
    costCents: 120_050,
    partners: 'De visclub',
    thanks: 'Wie groef',
  },
  ...{ author: 'Ambtenaar', part: 'official', team: { id: 't', name: 'Team Groen' }, version: 3 },
  at: '2026-03-02T09:00:00.000Z',
};
const promise: CommitmentView = {
  ...{ id: 'belofte', what: 'Wij zeggen welke plek kan.', team: { id: 't', name: 'Team Groen' } },
  ...{ dueOn: '2026-05-01', firstDueOn: '2026-04-01', standing: 'moved', isWaiting: false },
  ...{ madeAt: '2026-03-02T09:00:00.000Z', keptAt: null, version: 2, allowedActions: [] },
  steps: [
    { kind: 'made', at: '2026-03-02T09:00:00.000Z', text: null, dueOn: '2026-04-01' },
    { kind: 'moved', at: '2026-03-09T09:00:00.000Z', text: 'De grond is nog te nat.', dueOn: '2026-05-01' },
  ],
};

function provide(answer: Partial<PromisesView>, sent: unknown[] = []): void {
  const transport = async (_path: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
    if (method !== 'GET') sent.push(JSON.parse(String(body)));
    return json({ ...nothing, ...answer });
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
    ],
  });
}

async function open(answer: Partial<PromisesView>) {
  provide(answer);
  const fixture = TestBed.createComponent(Promises);
  fixture.componentRef.setInput('point', { id: 'punt' } as ProposalView);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return page.textContent.replace(/\s+/g, ' ').trim();
}

describe('what the town hall says about a point', () => {
  it('is not there where it said nothing', async () => {
    expect(await open({})).toBe('');
  });

  it('tells what was found out last, with who looked and what it may cost, and what was found before', async () => {
    const found: Feasibility = {
      ...{ id: 'f2', text: 'Alleen als de sloot mag.', costCents: 150_000, author: 'Sanne', lookedOn: '2026-03-05' },
      ...{ outcome: 'conditional', part: 'official', at: '2026-03-06T09:00:00.000Z' },
      team: { id: 't', name: 'Team Groen' },
    };
    const before: Feasibility = { ...found, id: 'f1', outcome: 'unknown', part: 'broker', team: null, costCents: null };
    const words = await open({ feasibility: [found, before] });
    expect(words).toContain('Haalbaar: onder voorwaardenBekeken door Team Groen op 5 maart 2026');
    expect(words).toContain('Alleen als de sloot mag.Het kost ongeveer € 1.500.');
    expect(words).toContain('Wat er eerder is gevondenBekeken door Gebiedsmakelaar op 5 maart 2026nog niet bekend');
  });

  it('tells how it went: before and after, what it cost, with whom and thanks to whom', async () => {
    const words = await open({ story });
    expect(words).toContain('Zo is het gegaanVerteld door Team Groen op 2 maart 2026');
    expect(words).toContain('Zo was hetEr was nat gras.Zo is het nuEr staat een bank.');
    expect(words).toContain('Wie meededenDe visclubMet dank aanWie groefHet kostte € 1.200,50.');
  });

  it('leaves out of it what was not told', async () => {
    const words = await open({ story: { ...story, costCents: null, partners: '', thanks: '' } });
    expect(words).not.toMatch(/Het kostte|meededen|dank/);
  });

  it('is a promise with who, when, how it stands, and why it was moved', async () => {
    const words = await open({ commitments: [promise] });
    expect(words).toContain('DoorTeam GroenGedaan op2 maart 2026');
    expect(words).toContain('Verschoven, nog 53 dagen');
    expect(words).toContain('Toegezegd voor 1 april 2026');
    expect(words).toContain('Verschoven naar 1 mei 2026De grond is nog te nat.');
  });

  it('is for others no more than a place where something was hidden', async () => {
    const hidden: OfficialAnswer = { ...said, text: '', why: '', isHidden: true };
    const words = await open({ answers: [hidden] });
    expect(words).toContain('Antwoord van de gemeente');
    expect(words).toContain('Verborgen door de gebiedsmakelaar.');
    expect(words).not.toMatch(/Waarom|Alleen de schrijver/);
  });

  it('is read with the reason by who wrote what is hidden', async () => {
    const words = await open({ answers: [{ ...said, isHidden: true, hiddenReason: 'Er staat een naam in.' }] });
    expect(words).toContain('Alleen de schrijver en de gebiedsmakelaar zien dit. Waarom: Er staat een naam in.');
    expect(words).toContain('Bel de buurman.');
  });

  it('says that nothing changed in its own words', async () => {
    const update: StatusUpdate = {
      id: 'u',
      kind: 'still_right',
      text: '',
      photos: [],
      author: null,
      part: 'broker',
      team: null,
      at: '2026-03-02T09:00:00.000Z',
      commitmentId: null,
      ...shown,
    };
    expect(await open({ updates: [update] })).toContain('Dit klopt nog. Er is niets veranderd.Gebiedsmakelaar');
  });
});

describe('the forms of the town hall', () => {
  beforeEach(() => sessionStorage.clear());

  async function acts(inputs: Readonly<Record<string, unknown>>) {
    const sent: unknown[] = [];
    provide({}, sent);
    const fixture = TestBed.createComponent(PromiseActs);
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    for (const [name, value] of Object.entries({ pointId: 'punt', view: nothing, changed: jest.fn(), ...inputs }))
      fixture.componentRef.setInput(name, value);
    const settle = async (): Promise<void> => {
      fixture.detectChanges();
      await fixture.whenStable();
    };
    await settle();
    return { element, sent, settle };
  }

  it('are those that are allowed', async () => {
    const { element } = await acts({ commitment: { ...promise, allowedActions: ['keep', 'withdraw'] } });
    const names = [...element.querySelectorAll('[data-fold]')].map(({ firstChild }) => firstChild?.textContent?.trim());
    expect(names).toEqual(['Nagekomen', 'Trek in']);
  });

  it('hide one answer with a reason, and say for which it is', async () => {
    const item: OfficialAnswer = { ...said, allowedActions: ['hide'] };
    const { element, sent, settle } = await acts({ said: { path: 'official-answers', item } });
    const button = element.querySelector<HTMLElement>('[data-fold]');
    expect(button?.textContent.replace(/\s+/g, ' ').trim()).toBe('Verberg antwoord, 2 maart 2026');
    button?.click();
    await settle();
    const words = element.querySelector('textarea');
    if (!words) throw new Error('There is no field for the reason');
    words.value = 'Er staat een naam in.';
    words.dispatchEvent(new Event('input'));
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(sent).toEqual([{ reason: 'Er staat een naam in.' }]);
  });

  it('send nothing before it is right, then the promise for the only team there is', async () => {
    const view = {
      ...nothing,
      allowedActions: ['commit'],
      options: { teams: [{ id: 't', name: 'Groen' }], isBroker: false },
    };
    const { element, sent, settle } = await acts({ view });
    element.querySelector<HTMLElement>('[data-fold]')?.click();
    await settle();
    const submit = async (): Promise<void> => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    await submit();
    expect(element.querySelectorAll('.ka-errors li')).toHaveLength(2);
    const type = (control: HTMLInputElement | HTMLTextAreaElement | null, value: string, event: string): void => {
      if (!control) throw new Error('There is no such field');
      control.value = value;
      control.dispatchEvent(new Event(event));
    };
    type(element.querySelector('textarea'), 'Wij planten bomen.', 'input');
    type(element.querySelector('input[type=date]'), '2026-05-01', 'change');
    await submit();
    expect(sent).toEqual([{ what: 'Wij planten bomen.', teamId: 't', dueOn: '2026-05-01' }]);
  });

  it('tell better how it went in the words that stand there', async () => {
    const { element, sent, settle } = await acts({ view: { ...nothing, story, allowedActions: ['story'] } });
    element.querySelector<HTMLElement>('[data-fold]')?.click();
    await settle();
    const [before] = element.querySelectorAll('textarea');
    expect(before?.value).toBe('Er was nat gras.');
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const { after, costCents, partners, thanks } = story;
    expect(sent).toEqual([{ before: story.before, after, costCents, partners, thanks }]);
  });
});
