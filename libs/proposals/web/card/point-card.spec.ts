import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import { Clock } from '@kernagenda/shared/web';
import { PointCard } from './point-card';
import { standingOf } from '../standing';

const now = new Date('2026-03-09T12:00:00Z');
const tricht = { id: 'v1', slug: 'tricht', name: 'Tricht' };

const point = (change: Partial<ProposalSummary> = {}): ProposalSummary => ({
  id: 'p1',
  title: 'Speelbos',
  body: 'Een natuurlijke plek om te spelen.',
  place: '',
  theme: 'play_sport',
  kind: 'works',
  village: tricht,
  alsoVillages: [],
  moderationState: 'approved',
  agendaState: 'on_agenda',
  actingParty: 'broker',
  statusAt: '2026-03-02T12:00:00Z',
  plan: null,
  reportedYear: null,
  sourceUrl: null,
  support: { fromVillage: 64, fromElsewhere: 20 },
  createdAt: '2026-01-01T12:00:00Z',
  approvedAt: '2026-01-02T12:00:00Z',
  version: 1,
  ...change,
});

describe('standingOf', () => {
  it('says who has to act and how old the last news is', () => {
    expect(standingOf(point(), now)).toEqual({
      who: 'de gebiedsmakelaar',
      age: 'Laatste bericht: 7 dagen oud',
      bareAge: '7 dagen oud',
      waits: false,
      step: 2,
    });
  });

  it('dates a point taken over by the year of its report, not by its import', () => {
    const imported = point({
      statusAt: null,
      reportedYear: 2020,
      sourceUrl: 'https://gemeente.test',
      createdAt: now.toISOString(),
    });
    expect(standingOf(imported, now)).toMatchObject({ bareAge: 'uit 2020, 6 jaar oud', waits: true });
    expect(standingOf({ ...imported, reportedYear: null }, now)).toMatchObject({
      bareAge: 'jaar onbekend',
      waits: true,
    });
  });

  it('waits for the team that has it, and for the broker where none has', () => {
    const plan = {
      team: { id: 't', name: 'Openbare ruimte' },
      byResidents: false,
      executor: null,
      dueOn: '2026-10-01',
    };
    const planned = point({ agendaState: 'planned', actingParty: 'municipality', plan });
    expect(standingOf(planned, now).who).toBe('team Openbare ruimte');
    const own = point({ agendaState: 'planned', actingParty: 'broker', plan: { ...plan, team: null } });
    expect(standingOf(own, now).who).toBe('de gebiedsmakelaar');
  });

  it('waits for nobody once it is done', () => {
    const done = point({ agendaState: 'done', actingParty: 'nobody', statusAt: '2019-01-01T12:00:00Z' });
    expect(standingOf(done, now)).toMatchObject({ who: '', waits: false, step: 5 });
  });

  it('gives side roads no place on the twig', () => {
    expect(standingOf(point({ agendaState: 'on_hold' }), now).step).toBeNull();
  });
});

describe('PointCard', () => {
  function card(change: Partial<ProposalSummary> = {}, elsewhere = ''): HTMLElement {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: Clock, useValue: { now: () => now } }],
    });
    const fixture = TestBed.createComponent(PointCard);
    fixture.componentRef.setInput('point', point(change));
    fixture.componentRef.setInput('elsewhere', elsewhere);
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('shows what, who and how old in that order', () => {
    const words = card().textContent.replace(/\s+/g, ' ');
    const places = ['Op de agenda', 'de gebiedsmakelaar', '7 dagen oud', '84 mensen'].map((word) =>
      words.indexOf(word),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  it('leads to the point', () => {
    expect(card().querySelector('a')?.getAttribute('href')).toBe('/voorstellen/p1');
  });

  it('names the villages that want the same, beside a blossom', () => {
    const tag = card({}, 'Haaften en Asperen').querySelector('.ka-tag');
    expect(tag?.textContent.trim()).toBe('Ook in Haaften en Asperen');
    expect(tag?.querySelector('.ka-bloem')).not.toBeNull();
  });
});
