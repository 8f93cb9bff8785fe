import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FollowView } from '@kernagenda/notifications/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { Bell } from './bell';
import { FollowToggle } from './follow-toggle';

const sent: string[] = [];

function provide(answers: Readonly<Record<string, unknown>>): void {
  sent.splice(0);
  const transport = async (address: string, { method }: RequestInit): Promise<Response> => {
    if (method !== 'GET') sent.push(`${method} ${address}`);
    return json(answers[address] ?? { demo: false, person: null });
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
}

describe('the bell', () => {
  it.each([
    [0, 'Meldingen', ''],
    [1, 'Meldingen, 1 is nieuw', '1'],
    [3, 'Meldingen, 3 zijn nieuw', '3'],
    [100, 'Meldingen, meer dan 99 zijn nieuw', '99+'],
  ])('says in words and in a figure that %s are new', async (unread, name, figure) => {
    provide({ '/api/v1/me/notifications/unread': { unread } });
    const fixture = TestBed.createComponent(Bell);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('.ka-sr')?.textContent).toBe(name);
    expect(element.querySelector('b')?.textContent ?? '').toBe(figure);
  });
});

describe('the toggle of following', () => {
  async function toggle(what: 'point' | 'village', follow: FollowView): Promise<HTMLElement> {
    provide({ [`/api/v1/${what === 'point' ? 'proposals' : 'villages'}/x/follow`]: follow });
    const fixture = TestBed.createComponent(FollowToggle);
    fixture.componentRef.setInput('what', what);
    fixture.componentRef.setInput('id', 'x');
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('offers to start', async () => {
    const element = await toggle('village', { isFollowing: false, reason: null });
    expect(element.textContent.trim()).toBe('Volg dit dorp');
    element.querySelector('button')?.click();
    expect(sent).toEqual(['PUT /api/v1/villages/x/follow']);
  });

  it('says why, and offers to stop', async () => {
    const element = await toggle('point', { isFollowing: true, reason: 'supporter' });
    expect(element.querySelector('span')?.textContent).toBe('U volgt dit, want u steunt dit punt.');
    element.querySelector('button')?.click();
    expect(sent).toEqual(['DELETE /api/v1/proposals/x/follow']);
  });
});
