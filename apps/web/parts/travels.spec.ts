import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { AdoptedPoint, AdoptionsView } from '@kernagenda/collaborations/domain/adoptions';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { Travels } from './travels';

const villageOf = (name: string) => ({ id: name.toLowerCase(), slug: name.toLowerCase(), name });
const stop = (name: string, steps: number, originId: string | null): AdoptedPoint => ({
  ...{ proposalId: `punt ${name}`, title: 'Een ruilkast', village: villageOf(name), agendaState: 'wish' },
  ...{ originId, since: '2026-03-02T09:00:00.000Z', steps },
});
const nothing: AdoptionsView = { origin: null, journey: [], mineId: null, adoptFor: null };
const resident = { id: 'p', displayName: 'Bewoner', homeVillageId: 'est', roles: [] };

async function open(answer: Partial<AdoptionsView>, person: object | null = resident, status = 201) {
  const sent: string[] = [];
  const transport = async (path: string, { method }: RequestInit): Promise<Response> => {
    if (path.endsWith('/me')) return json({ demo: false, person });
    if (method === 'GET') return json({ ...nothing, ...answer });
    sent.push(`${method} ${path}`);
    return json({ proposalId: 'concept' }, status);
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', component: Travels }]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const fixture = TestBed.createComponent(Travels);
  const point = { id: 'punt Rumpt', moderationState: 'approved', village: villageOf('Rumpt') } as ProposalView;
  fixture.componentRef.setInput('point', point);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const words = (): string => page.textContent.replace(/\s+/g, ' ').trim();
  return { fixture, page, words, sent };
}

describe('taking a point over', () => {
  it('makes a draft and goes on with it', async () => {
    const { page, sent, fixture } = await open({ adoptFor: villageOf('Est') });
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    expect(page.querySelector('button')?.textContent).toContain('Dat is ook wel wat voor Est');
    page.querySelector('button')?.click();
    await fixture.whenStable();
    expect(sent).toEqual(['POST /api/v1/proposals/punt Rumpt/adoptions']);
    expect(went).toHaveBeenCalledWith(['/voorstel/nieuw'], { queryParams: { concept: 'concept' } });
  });

  it('says that nothing changed when it fails', async () => {
    const { page, fixture } = await open({ adoptFor: villageOf('Est') }, resident, 500);
    page.querySelector('button')?.click();
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Er is niets veranderd');
  });

  it('asks a visitor to sign in, and who did not say where to choose a village', async () => {
    expect((await open({}, null)).page.querySelector('a')?.getAttribute('href')).toContain('/inloggen');
    TestBed.resetTestingModule();
    const homeless = await open({}, { ...resident, homeVillageId: null });
    expect(homeless.words()).toBe('Kies eerst uw dorp, dan kunt u dit overnemen. Kies uw dorp');
    TestBed.resetTestingModule();
    const broker = { role: 'broker', scopeType: 'area', scopeId: 'a' };
    expect((await open({}, { ...resident, homeVillageId: null, roles: [broker] })).words()).toBe('');
  });

  it('leads to what was made of it by the reader, or by the village', async () => {
    const mine = await open({ mineId: 'concept' });
    expect(mine.page.querySelector('a')?.getAttribute('href')).toBe('/voorstellen/concept');
    TestBed.resetTestingModule();
    const there = await open({ journey: [stop('Rumpt', 0, null), stop('Est', 1, 'punt Rumpt')] });
    expect(there.words()).toContain('Est heeft dit idee al overgenomen. Bekijk en steun het');
  });
});

describe('the way of an idea', () => {
  it('names each stop once, with where it was taken over from', async () => {
    const { page } = await open({
      journey: [stop('Rumpt', 0, null), stop('Deil', 1, 'punt Rumpt'), stop('Tuil', 2, 'punt Deil')],
    });
    const stops = [...page.querySelectorAll('.ka-way li')].map(({ textContent }) =>
      textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(stops[0]).toContain('Rumpt: Een ruilkast (dit punt)');
    expect(stops[0]).toContain('Hier begon het, 2 maart 2026');
    expect(stops[2]).toContain('Overgenomen van Deil, 2 maart 2026');
    expect(page.querySelectorAll('.ka-way a')).toHaveLength(2);
  });

  it('quotes the origin with its story and money, as text', async () => {
    const { page, words } = await open({
      origin: {
        ...{ proposalId: 'o', title: 'Een <b>bank</b>', village: villageOf('Spijk'), agendaState: 'done' },
        ...{ body: 'Bij de dijk.', story: 'In een dag geplaatst.', cents: 150_000 },
      },
    });
    expect(words().replace(/\s/g, ' ')).toContain('Daar ging het om € 1.500.');
    expect(words()).toMatch(/Zo deed Spijk het ?In een dag geplaatst\./);
    expect(page.querySelector('b')).toBeNull();
  });
});
