import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SimilarAnswer, SimilarView } from '@kernagenda/matching/domain';
import { MatchingClient } from '@kernagenda/matching/web';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { SimilarPoints } from './similar-points';

const match = (agendaState: AgendaState): SimilarView => ({
  ...{
    proposalId: agendaState,
    title: 'Bankje',
    agendaState,
    tier: 'strong',
    isOpposite: false,
    score: 1,
    evidence: [],
  },
  village: { id: 'v1', slug: 'tricht', name: 'Tricht' },
});

describe('points like the one that is typed', () => {
  const linksTo = async (answer: SimilarAnswer): Promise<string[]> => {
    const similar = (): Promise<SimilarAnswer> => Promise.resolve(answer);
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: MatchingClient, useValue: { similar } }],
    });
    jest.useFakeTimers();
    const fixture = TestBed.createComponent(SimilarPoints);
    for (const [name, value] of Object.entries({ villageId: 'v1', villageName: 'Tricht', title: 'Bankje', body: '' })) {
      fixture.componentRef.setInput(name, value);
    }
    TestBed.tick();
    jest.runAllTimers();
    jest.useRealTimers();
    await fixture.whenStable();
    return [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map(({ textContent }) =>
      textContent.trim(),
    );
  };

  it('are to support while somebody has to act on them, and to look at once they are closed', async () => {
    const inVillage = (['wish', 'in_progress', 'on_hold', 'done', 'not_feasible'] as const).map(match);
    const words = ['Bekijk en steun', 'Bekijk en steun', 'Bekijk en steun', 'Bekijk', 'Bekijk'];
    expect(await linksTo({ inVillage, elsewhere: [] })).toEqual(words);
  });

  it('are to look at in another village', async () => {
    expect(await linksTo({ inVillage: [], elsewhere: [match('wish')] })).toEqual(['Bekijk']);
  });
});
