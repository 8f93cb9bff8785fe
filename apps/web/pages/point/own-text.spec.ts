import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ProposalVersionView, ProposalView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT, LIVE_SOCKET, Notices } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { OwnText } from './own-text';

const point = {
  ...{ id: 'p1', title: 'Bankje bij de steiger', body: 'Een plek om te rusten. Bel Jan.', place: '' },
  ...{ theme: 'meeting', kind: 'works', version: 4, isMine: true, allowedActions: [] },
} as unknown as ProposalView;
const statement = {
  decision: 'refuse_version',
  sentence: 'Bel Jan.',
  rule: 'personal_data',
  wouldBeAccepted: 'Dezelfde tekst zonder de naam.',
  decidedAt: '2026-03-08T12:00:00Z',
};
const newText = (state: ProposalVersionView['state'], title: string): ProposalVersionView => ({
  ...{ number: 2, state, title, body: 'Een plek om te rusten.', place: '', theme: 'meeting', kind: 'works' },
  submittedAt: '2026-03-07T12:00:00Z',
  approvedAt: null,
});
interface Sent {
  readonly call: string;
  readonly body?: unknown;
  readonly version?: string;
}

describe('the text of an own point', () => {
  let versions: ProposalVersionView[];
  let sent: Sent[];
  let failure: { readonly status: number; readonly code: string } | null;
  let fixture: ComponentFixture<OwnText>;

  beforeEach(() => {
    versions = [];
    sent = [];
    failure = null;
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_TRANSPORT, useValue: answer },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  });

  // The API as this part sees it; a real one would need a database.
  async function answer(path: string, init: RequestInit): Promise<Response> {
    if (path.includes('/versions?')) return json({ items: versions, nextCursor: null });
    if (path.endsWith('/statement')) return json(statement);
    if (path.endsWith('/me')) return json({ demo: false, person: null });
    const version = (init.headers as Record<string, string> | undefined)?.['if-match'];
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({
      call: `${init.method} ${path.replace('/api/v1', '')}`,
      ...(body === undefined ? {} : { body }),
      ...(version ? { version } : {}),
    });
    return failure ? json(failure, failure.status) : json(point);
  }
  async function open(allowedActions: ProposalView['allowedActions']): Promise<void> {
    fixture = TestBed.createComponent(OwnText);
    fixture.componentRef.setInput('point', { ...point, allowedActions });
    fixture.componentRef.setInput('reload', () => undefined);
    await settle();
  }
  // A part that loads several things one after the other needs as many rounds.
  async function settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  }
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const words = (element: Element | null | undefined): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const press = async (name: string): Promise<void> => {
    const found = [...page().querySelectorAll('button')].find((one) => words(one) === name);
    if (!found) throw new Error(`There is no button "${name}".`);
    found.click();
    await settle();
  };
  const field = (label: string): HTMLInputElement => {
    const found = [...page().querySelectorAll('label')].find((one) => words(one) === label);
    const control = found?.htmlFor ? page().querySelector<HTMLInputElement>(`#${found.htmlFor}`) : null;
    if (!control) throw new Error(`There is no field "${label}".`);
    return control;
  };
  const fill = async (label: string, value: string): Promise<void> => {
    const control = field(label);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  };
  const alert = (): string => words(page().querySelector('[role=alert]'));
  const summary = (): string[] => [...page().querySelectorAll('[role=group] a')].map(words);
  const notice = (): string => TestBed.inject(Notices).current()?.message ?? '';

  it('is changed in a form that begins with what is there, and goes out with the version that was read', async () => {
    await open(['propose_version']);
    await press('Pas de tekst aan');
    expect(field('Waarom is dit nodig?').value).toBe('Een plek om te rusten. Bel Jan.');
    await press('Stuur de nieuwe tekst');
    expect(summary()).toEqual(['Verander eerst iets aan de tekst. Er staat nu hetzelfde als op de site.']);
    await fill('Wat wenst u?', 'Kort');
    await press('Stuur de nieuwe tekst');
    expect(sent).toEqual([]);
    await fill('Wat wenst u?', 'Een bankje bij de brug');
    await press('Stuur de nieuwe tekst');
    const { title: _title, ...rest } = { title: '', body: point.body, place: '', theme: 'meeting', kind: 'works' };
    expect(sent).toEqual([
      { call: 'POST /proposals/p1/versions', body: { title: 'Een bankje bij de brug', ...rest }, version: '"4"' },
    ]);
    expect(notice()).toContain('Uw nieuwe tekst is gestuurd');
  });

  it('keeps what was typed through a failure and a reload', async () => {
    await open(['propose_version']);
    await press('Pas de tekst aan');
    await fill('Wat wenst u?', 'Een bankje bij de brug');
    failure = { status: 412, code: 'stale_version' };
    await press('Stuur de nieuwe tekst');
    expect(alert()).toContain('De tekst is net veranderd');
    expect(field('Wat wenst u?').value).toBe('Een bankje bij de brug');
    expect(sessionStorage.getItem('ka_new_text')).toContain('Een bankje bij de brug');
  });

  it('waits with what it says, and can be taken back', async () => {
    versions = [newText('pending', 'Bankje bij de brug')];
    await open(['withdraw_version']);
    expect(words(page().querySelector('#own-text'))).toBe('Uw nieuwe tekst wordt gelezen');
    expect(words(page().querySelector('dd ins'))).toBe('toegevoegd: brug einde.');
    await press('Trek de nieuwe tekst in');
    expect(sent.map(({ call }) => call)).toEqual(['POST /proposals/p1/versions/2/withdraw']);
  });

  it('was refused with reasons, and the next form begins with the refused words', async () => {
    versions = [newText('refused', 'Bankje bij Jan')];
    await open(['propose_version']);
    expect(words(page().querySelector('.ka-reasons'))).toContain('Dezelfde tekst zonder de naam.');
    await press('Pas de tekst aan');
    expect(field('Wat wenst u?').value).toBe('Bankje bij Jan');
  });

  it('shows nothing while its author may change nothing', async () => {
    await open([]);
    expect(words(page())).toBe('');
  });
});
