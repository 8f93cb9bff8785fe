import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { QueueItem } from '@kernagenda/moderation/domain';
import { DeskQueue } from './desk-queue';

const item = (proposalId: string, claim: QueueItem['claim'] = null): QueueItem => ({
  proposalId,
  version: 1,
  title: `Titel van ${proposalId}`,
  body: '',
  place: '',
  theme: 'other',
  kind: null,
  village: { id: 'tricht', slug: 'tricht', name: 'Tricht' },
  author: 'Sanne',
  submittedAt: '2026-03-02T09:00:00Z',
  dueAt: '2026-03-09T22:59:59.999Z',
  claim,
  photos: [],
  reopenedBecause: null,
  newText: null,
  isStandIn: false,
});

describe('the queue of a desk', () => {
  let fixture: ComponentFixture<DeskQueue>;
  let heard: string[];

  beforeEach(async () => {
    localStorage.clear();
    heard = [];
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    fixture = TestBed.createComponent(DeskQueue);
    const colleague = { displayName: 'Mirjam', isMine: false, until: '2026-03-09T10:15:00Z' };
    fixture.componentRef.setInput('items', [item('a'), item('b', colleague), item('c')]);
    fixture.componentRef.setInput('current', 'a');
    fixture.componentRef.setInput('matches', new Map([['c', 'Deil, Rhenoy']]));
    fixture.componentRef.setInput('now', new Date('2026-03-09T10:00:00Z'));
    fixture.componentInstance.opened.subscribe((id) => heard.push(`open ${id}`));
    fixture.componentInstance.decided.subscribe((decision) => heard.push(decision));
    fixture.componentInstance.undone.subscribe(() => heard.push('undo'));
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  });
  afterEach(() => (fixture.nativeElement as HTMLElement).remove());

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const press = (key: string, more: KeyboardEventInit = {}, at: Element = page().querySelector('.ka-q a') ?? page()) =>
    at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));

  it('names the term, the colleague who reads, and the villages that want the same', () => {
    const [first, second, third] = [...page().querySelectorAll('.ka-q li')];
    expect(first?.querySelector('.ka-wait')?.textContent).toBe('vandaag');
    expect(first?.querySelector('a')?.getAttribute('aria-current')).toBe('true');
    expect(second?.classList).toContain('is-claimed');
    expect(second?.textContent).toContain('Mirjam leest dit nu');
    expect(third?.querySelector('.ka-tag')?.textContent).toContain('Deil, Rhenoy');
  });

  it('moves and decides by single keys', () => {
    for (const key of ['j', 'J', '1', '2', '3', 'z']) press(key);
    expect(heard).toEqual(['open b', 'open b', 'approve', 'request_changes', 'refuse', 'undo']);
    expect((document.activeElement as HTMLElement).dataset['id']).toBe('b');
    press('k');
    expect(heard).toHaveLength(6);
  });

  it('leaves keys alone outside the queue, with a modifier, and while somebody types', () => {
    press('1', {}, document.body);
    press('1', { ctrlKey: true });
    press('1', { altKey: true });
    press('1', {}, page().querySelector('input') ?? page());
    expect(heard).toEqual([]);
  });

  it('lets the keys be switched off, and remembers that', async () => {
    page().querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await fixture.whenStable();
    press('1');
    expect(heard).toEqual([]);
    expect(page().querySelector('.ka-keys')).toBeNull();
    expect(localStorage.getItem('ka_desk_keys')).toBe('off');
  });

  it('invites when everything is read', async () => {
    fixture.componentRef.setInput('items', []);
    await fixture.whenStable();
    expect(page().textContent).toContain('De rij is leeg');
  });
});
