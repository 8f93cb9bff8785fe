import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ApplicationView, RedistributionView, VillageBudgetView } from '@kernagenda/budgets/domain';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { BudgetRulesPage } from '../admin/budget-rules/budget-rules-page';
import { ApplicationPage } from './application-page';
import { ApplicationsPage } from './applications-page';
import { BudgetPage } from './budget-page';

const tricht = { id: 't', slug: 'tricht', name: 'Tricht' };
const rule = {
  ...{ id: 'r', version: 1, fromYear: 2023, villageCents: 500_000, initiativeCents: 200_000, existingPercent: 25 },
  ...{ redistributesOn: '11-01', criteria: ['Voor iedereen', 'Er is draagvlak'], isExample: false },
  ...{ source: 'De spelregels', sourceUrl: 'https://gemeente.test/' },
};
const budget: VillageBudgetView = {
  ...{ village: tricht, year: 2026, rule, waiting: 2, applyingSides: [] },
  ...{ amountCents: 500_000, movedInCents: 10_000, movedOutCents: 0, grantedCents: 180_050, existingGrantedCents: 0 },
  ...{ existingPercent: 25, leftCents: 329_950, existingLeftCents: 127_500, initiativeCents: 200_000 },
  granted: [
    {
      ...{ title: 'Een filmavond', cents: 180_050, isExisting: true, decidedOn: '2026-03-02' },
      point: { id: 'p', title: 'Het plein' },
    },
  ],
};
const application: ApplicationView = {
  ...{ id: 'a', reference: 'KB-2026-0007', village: tricht, title: 'Een filmavond', amountCents: 200_000 },
  ...{ grantedCents: null, state: 'submitted', receivedAt: '2026-03-02T09:00:00.000Z', decideBy: '2026-04-28' },
  ...{ isLate: false, version: 4, year: 2026, side: 'self', applicantName: 'Bewoner', plan: 'Wij huren een scherm.' },
  ...{ point: { id: 'p', title: 'Het plein' }, isExisting: false, startsOn: '2026-06-20', contact: '0344 12 34 56' },
  criteria: [
    { text: 'Voor iedereen', isMet: true },
    { text: 'Er is draagvlak', isMet: false },
  ],
  ...{ asked: null, answeredBefore: [], advice: null, decision: null, forDecider: null, allowedActions: [] },
};
const moves: RedistributionView = {
  ...{ id: 'm', year: 2026, state: 'proposed', version: 2, madeAt: '2026-11-01T03:17:00.000Z', decidedAt: null },
  moves: [
    { village: { id: 'd', slug: 'deil', name: 'Deil' }, cents: -4_950 },
    { village: tricht, cents: 4_950 },
  ],
  ...{ reason: '', allowedActions: ['confirm', 'renew', 'decline'] },
};
type PageType = typeof BudgetPage | typeof ApplicationPage | typeof ApplicationsPage | typeof BudgetRulesPage;

describe('the pages of the village budget', () => {
  let calls: string[];
  let versions: (string | undefined)[];
  let roles: readonly string[] | null;
  let answers: Record<string, unknown>;
  let problem: string;

  beforeEach(() => {
    sessionStorage.clear();
    [calls, versions, roles, problem] = [[], [], [], ''];
    answers = {
      'village-budgets/tricht': budget,
      'budget-applications/a': application,
      'budget-redistributions': { items: [] },
      municipality: { contact: { address: 'Markt 1', telephone: '0344 00', email: '', website: '' } },
      'villages/tricht': { ...tricht, area: { brokers: [{ displayName: 'Gebiedsmakelaar' }] } },
      'proposals?village=tricht&limit=100': {
        items: [{ id: 'p', title: 'Het plein', village: tricht, agendaState: 'wish' }],
        nextCursor: null,
      },
      'budget-rules?limit=100': { items: [rule], nextCursor: null },
    };
  });

  async function open(component: PageType, inputs: object = {}) {
    const transport = async (path: string, { method = 'GET', body, headers }: RequestInit): Promise<Response> => {
      const name = path.replace('/api/v1/', '');
      if (method !== 'GET') calls.push(`${method} ${name} ${typeof body === 'string' ? body : ''}`.trim());
      if (method !== 'GET') versions.push((headers as Record<string, string>)['if-match']);
      if (method !== 'GET' && problem) return json({ code: problem, status: 409 }, 409);
      if (name === 'me') {
        if (!roles) return json({ person: null, demo: false });
        const given = roles.map((role) => ({ role, scopeType: 'village', scopeId: 't' }));
        return json({ person: { roles: given, displayName: 'Bewoner', homeVillageId: 't' }, demo: false });
      }
      return json(answers[name] ?? (method === 'GET' ? { items: [], nextCursor: null } : application));
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: API_TRANSPORT, useValue: transport },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
      ],
    });
    const fixture = TestBed.createComponent<object>(component);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      for (let round = 0; round < 6; round += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        fixture.detectChanges();
        await fixture.whenStable();
      }
    };
    await settle();
    const press = async (label: string): Promise<void> => {
      const all = [...element.querySelectorAll('button')];
      const button = all.reverse().find(({ textContent }) => textContent.trim().startsWith(label));
      if (!button) throw new Error(`No button ${label}`);
      button.click();
      await settle();
    };
    const type = async (name: string, value: string): Promise<void> => {
      const field = element.querySelector<HTMLInputElement>(`[id$="-${name}"]`);
      if (!field) throw new Error(`No field ${name}`);
      field.value = value;
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event));
      await settle();
    };
    const words = (): string => element.textContent.replace(/\s+/g, ' ').trim();
    return { element, press, type, words };
  }

  it('say to everybody what is left, where it went, and how to ask without a computer', async () => {
    const { words } = await open(BudgetPage, { kern: 'tricht' });
    for (const part of [
      'In 2026 is er nog € 3.299,50',
      'van € 5.100',
      'Er kwam € 100 bij',
      'Een filmavond',
      'Bij het punt: Het plein',
      '2 aanvragen',
      'op 1 november over is',
      'Er is draagvlak',
      'Bel 0344 00',
      'Markt 1',
      'Gebiedsmakelaar helpt u',
    ]) {
      expect(words()).toContain(part);
    }
  });

  it('send an application in exact cents, with the criteria that were checked', async () => {
    answers['village-budgets/tricht'] = { ...budget, applyingSides: ['self'] };
    const { element, press, type, words } = await open(BudgetPage, { kern: 'tricht', punt: 'p' });
    await press('Vraag geld aan');
    await type('title', 'Een filmavond');
    await type('plan', 'Wij huren een scherm en vragen de buurt.');
    await type('amountCents', '2.000,01');
    await type('existing', 'new');
    await type('startsOn', '2026-06-20');
    await type('contact', '0344 12 34 56');
    element.querySelectorAll<HTMLInputElement>('[type=checkbox]')[1]?.click();
    await press('Stuur de aanvraag in');
    expect(calls).toEqual([]);
    expect(words()).toContain('Vul een bedrag in, hoogstens € 2.000.');
    await type('amountCents', '1.999,99');
    await press('Stuur de aanvraag in');
    const sent = {
      ...{ villageId: 't', proposalId: 'p', side: 'self', title: 'Een filmavond' },
      ...{ plan: 'Wij huren een scherm en vragen de buurt.', contact: '0344 12 34 56', amountCents: 199_999 },
      ...{ isExisting: false, startsOn: '2026-06-20', met: ['Er is draagvlak'] },
    };
    expect(calls).toEqual([`POST budget-applications ${JSON.stringify(sent)}`]);
  });

  it('tell who decides what is left and who was first, and ask for the reason of a refusal', async () => {
    answers['budget-applications/a'] = {
      ...application,
      allowedActions: ['decide'],
      forDecider: {
        ...{ leftCents: 200_000, existingLeftCents: 0, pointCents: 0, initiativeCents: 200_000 },
        earlier: [{ reference: 'KB-2026-0003', amountCents: 50_000 }],
        ...{ earlierCount: 3, earlierCents: 120_000 },
      },
    };
    problem = 'earlier_waiting';
    const { press, type, words } = await open(ApplicationPage, { id: 'a' });
    expect(words()).toContain('3 aanvragen, samen hoogstens € 1.200.');
    expect(words()).toContain('KB-2026-0003: € 500');
    expect(words()).toContain('en nog 2');
    await press('Beslis');
    await type('grantedCents', '0');
    await press('Neem dit besluit');
    expect(calls).toEqual([]);
    expect(words()).toContain('de aanvrager heeft recht op de reden');
    await type('grantedCents', '2.000');
    await press('Neem dit besluit');
    const decision = { grantedCents: 200_000, reason: '', isShort: false, isBeforeOthers: false };
    expect(calls).toEqual([`POST budget-applications/a/decide ${JSON.stringify(decision)}`]);
    expect(words()).toContain('Dan is er te weinig over voor wie eerder vroeg.');
  });

  it('show a decision with its reason and the last day to object', async () => {
    answers['budget-applications/a'] = {
      ...application,
      ...{ state: 'partly_granted', grantedCents: 150_000, decideBy: null },
      decision: {
        ...{ at: '2026-03-02T09:00:00.000Z', reason: 'Het scherm kan goedkoper.', isShort: false },
        ...{ isBeforeOthers: false, objectBy: '2026-04-13' },
      },
    };
    const { words } = await open(ApplicationPage, { id: 'a' });
    expect(words()).toContain('€ 1.500 van de gevraagde € 2.000 is toegekend.');
    expect(words()).toContain('Maak bezwaar tot en met 13 april 2026. Stuur een brief aan het college, Markt 1');
    expect(words()).toContain('Niet aangekruist: Er is draagvlak');
  });

  it('show every question with its answer', async () => {
    answers['budget-applications/a'] = {
      ...{ ...application, state: 'incomplete' },
      answeredBefore: [{ note: 'Wat kost het scherm?', answer: 'Het kost 800 euro.' }],
      asked: { note: 'En de stroom?', completeBy: '2026-03-16', answer: '' },
    };
    const { words } = await open(ApplicationPage, { id: 'a' });
    expect(words()).toContain('Wat kost het scherm?AntwoordHet kost 800 euro.En de stroom?');
  });

  it('ask who comes from the mail to sign in first', async () => {
    roles = null;
    const { element, words } = await open(ApplicationPage, { id: 'a' });
    expect(words()).toContain('Log in om aanvragen te bekijken.');
    expect(element.querySelector<HTMLAnchorElement>('a.ka-button')?.href).toContain('terug=%2Faanvragen%2Fa');
  });

  it('let a person move what is over, and say no with a reason', async () => {
    roles = ['alderman'];
    answers['budget-redistributions'] = { items: [moves] };
    const { press, type, words } = await open(ApplicationsPage);
    expect(words()).toContain('Deil− € 49,50');
    expect(words()).toContain('Tricht+ € 49,50');
    expect(words()).not.toContain('Uw aanvragen');
    await press('Niet doen');
    await type('reason', 'Wij sparen voor de dijk.');
    await press('Niet doen');
    expect(calls).toEqual(['POST budget-redistributions/m/decline {"note":"Wij sparen voor de dijk."}']);
  });

  it('show what would move by now when it changed, to be confirmed with that seen', async () => {
    roles = ['alderman'];
    answers['budget-redistributions'] = { items: [moves] };
    const { press, words } = await open(ApplicationsPage);
    await press('Verdeel dit');
    problem = 'balance_changed';
    const changed = { ...moves, version: 3, moves: [{ village: tricht, cents: 1_000 }] };
    answers['budget-redistributions'] = { items: [changed] };
    await press('Verdeel dit');
    expect(words()).toContain('Tricht+ € 10');
    expect(words()).toContain('Er is niets verdeeld.');
    await press('Verdeel dit');
    expect(versions).toEqual(['"2"', '"3"']);
  });

  it('show residents their own applications and nothing else', async () => {
    const { words } = await open(ApplicationsPage);
    expect(words()).toContain('U deed nog geen aanvraag.');
    expect(words()).not.toContain('Wacht op een besluit');
  });

  it('list applications a page at a time', async () => {
    answers['budget-applications?list=own'] = { items: [application], nextCursor: 'verder' };
    const { press, words } = await open(ApplicationsPage);
    const other = { ...application, id: 'b', title: 'Een podium' };
    answers['budget-applications?list=own&cursor=verder'] = { items: [other], nextCursor: null };
    await press('Toon meer');
    expect(words()).toContain('Een filmavond');
    expect(words()).toContain('Een podium');
    expect(words()).not.toContain('Toon meer');
  });

  it('change a rule in words people use', async () => {
    const { press, type, words } = await open(BudgetRulesPage);
    expect(words()).toContain('€ 5.000 per dorp, hoogstens € 2.000 per plan');
    await press('Verander');
    await type('redistributesOn', '31-2');
    await press('Bewaar');
    expect(calls).toEqual([]);
    await type('redistributesOn', '15-10');
    await type('criteria', 'Voor iedereen\n\nMet draagvlak');
    await press('Bewaar');
    expect(calls[0]).toMatch(/^PUT budget-rules\/r /);
    expect(JSON.parse(calls[0]?.split(' ').slice(2).join(' ') ?? '')).toMatchObject({
      ...{ redistributesOn: '10-15', criteria: ['Voor iedereen', 'Met draagvlak'], villageCents: 500_000 },
    });
  });
});
