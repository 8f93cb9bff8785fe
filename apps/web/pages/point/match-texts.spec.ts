import { TestBed } from '@angular/core/testing';
import type { SimilarView } from '@kernagenda/matching/domain';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { MatchTexts } from './match-texts';

const point = (village: string, title: string, body: string) =>
  ({ title, body, village: { id: village, slug: village, name: village } }) as ProposalView;
const match = {
  proposalId: 'other',
  evidence: [{ term: 'speeltoestellen', inThis: 'schommel', inOther: 'glijbaan' }],
} as unknown as SimilarView;

describe('the texts of two points that resemble each other', () => {
  async function shown(answer: Response): Promise<HTMLElement> {
    const transport = (path: string): Promise<Response> => {
      expect(path).toBe('/api/v1/proposals/other');
      return Promise.resolve(answer);
    };
    TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
    const fixture = TestBed.createComponent(MatchTexts);
    const here = point('Tricht', 'Een schommel', 'Voor kleuters. Een schommel bij de kerk. De schommel is van hout.');
    fixture.componentRef.setInput('here', here);
    fixture.componentRef.setInput('match', match);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('show of each the title and the sentence that hold the shared words, marked', async () => {
    const page = await shown(json(point('Deil', 'Speelplek', 'Er is niets. Een glijbaan graag!')));
    expect([...page.querySelectorAll('dt, ka-marked')].map(({ textContent }) => textContent)).toEqual([
      ...['Tricht', 'Een schommel', 'Een schommel bij de kerk.'],
      ...['Deil', 'Speelplek', 'Een glijbaan graag!'],
    ]);
    const marks = [...page.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['schommel', 'schommel', 'glijbaan']);
  });

  it('say so when the other one cannot be read', async () => {
    const page = await shown(json({ code: 'internal', status: 500 }, 500));
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Open het punt zelf.');
  });
});
