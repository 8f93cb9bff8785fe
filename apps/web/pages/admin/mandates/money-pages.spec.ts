import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { MandateView } from '@kernagenda/identity/domain';
import type { ThresholdView } from '@kernagenda/procurement/domain';
import { API_TRANSPORT, type ApiTransport } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { ThresholdsPage } from '../thresholds/thresholds-page';
import { MandatesPage } from './mandates-page';

const mandate: MandateView = {
  id: 'm',
  person: { id: 'p', displayName: 'Medewerker' },
  maxCents: 2_500_000,
  startsAt: '2026-03-02T09:00:00.000Z',
  endsAt: null,
};
const rule: ThresholdView = {
  id: 'r',
  kind: 'works',
  route: 'european',
  fromCents: 540_400_000,
  validFrom: '2026-01-01',
  validUntil: null,
  source: 'De verordening',
  sourceUrl: 'https://bron.test/',
  version: 3,
};

let fixture: ComponentFixture<unknown>;
let sent: string[];
let isTaken: boolean;

async function open(page: typeof MandatesPage | typeof ThresholdsPage): Promise<void> {
  sessionStorage.clear();
  [sent, isTaken] = [[], false];
  const answers: Readonly<Record<string, readonly unknown[]>> = {
    '/api/v1/mandates?limit=100': [mandate],
    '/api/v1/teams/register?limit=100': [{ members: [{ id: 'p', displayName: 'Medewerker' }] }],
    '/api/v1/procurement-thresholds?limit=100': [rule],
  };
  const transport: ApiTransport = async (path, { method, body, headers }) => {
    if (method === 'GET') return json({ items: answers[path], nextCursor: null });
    const match = new Headers(headers).get('if-match');
    sent.push([method, path, match, typeof body === 'string' ? body : ''].filter(Boolean).join(' '));
    const problem = { type: '', title: '', status: 409, code: 'already_exists', requestId: '' };
    return isTaken ? json(problem, 409) : json({});
  };
  TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
  fixture = TestBed.createComponent<unknown>(page);
  await fixture.whenStable();
}
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
async function type(id: string, value: string): Promise<void> {
  const field = page().querySelector<HTMLInputElement>(`#${id}`);
  if (field) field.value = value;
  for (const event of ['input', 'change']) field?.dispatchEvent(new Event(event));
  await fixture.whenStable();
}
async function press(name: string): Promise<void> {
  const button = [...page().querySelectorAll('button')].find(({ textContent }) => textContent.trim().startsWith(name));
  expect(button).toBeDefined();
  button?.click();
  await fixture.whenStable();
}
const alert = (): string => page().querySelector('[role=alert]')?.textContent.trim() ?? '';

describe('the page of mandates', () => {
  beforeEach(() => open(MandatesPage));

  it('sends an amount in cents', async () => {
    await type('give-personId', 'p');
    await type('give-maxCents', '12.500,50');
    await press('Geef dit mandaat');
    expect(sent).toEqual(['POST /api/v1/mandates {"personId":"p","maxCents":1250050}']);
    expect(alert()).toBe('');
  });

  it('sends nothing without a person and an amount, and says what to do', async () => {
    await type('give-maxCents', 'veel');
    await press('Geef dit mandaat');
    expect(sent).toEqual([]);
    expect(page().querySelectorAll('.ka-errors a')).toHaveLength(2);
  });

  it('says that somebody has one in that time, and keeps what was typed', async () => {
    isTaken = true;
    await type('give-personId', 'p');
    await type('give-maxCents', '100');
    await press('Geef dit mandaat');
    expect(alert()).toMatch(/^Deze medewerker heeft in die tijd al een mandaat/);
    expect(page().querySelector<HTMLInputElement>('#give-maxCents')?.value).toBe('100');
  });

  it('ends one', async () => {
    await press('Beëindig');
    expect(sent).toEqual(['POST /api/v1/mandates/m/end']);
  });
});

describe('the page of rules for buying', () => {
  beforeEach(() => open(ThresholdsPage));

  it('changes a rule on the version that was read', async () => {
    await press('Verander');
    expect(page().querySelector<HTMLInputElement>('#change-fromCents')?.value).toBe('5404000');
    await type('change-validUntil', '2027-12-31');
    await press('Bewaar');
    const body = { ...rule, validUntil: '2027-12-31' };
    expect(sent[0]).toMatch(/^PUT \/api\/v1\/procurement-thresholds\/r "3" /);
    expect(JSON.parse(sent[0]?.split('"3" ')[1] ?? '')).toEqual({
      ...{ kind: body.kind, route: body.route, fromCents: body.fromCents },
      ...{ validFrom: body.validFrom, validUntil: body.validUntil, source: body.source, sourceUrl: body.sourceUrl },
    });
  });

  it('says where a rule is there already', async () => {
    isTaken = true;
    await type('add-fromCents', '50.000');
    await type('add-validFrom', '2026-07-01');
    await type('add-source', 'Het inkoopbeleid');
    await type('add-sourceUrl', 'https://bron.test/beleid');
    await press('Voeg toe');
    expect(alert()).toMatch(/^Er is al een regel voor deze manier van inkopen/);
  });

  it('takes no address but one of https', async () => {
    await type('add-sourceUrl', 'http://bron.test');
    await press('Voeg toe');
    expect(sent).toEqual([]);
    expect(page().textContent).toContain('Vul een adres in dat begint met https://.');
  });
});
