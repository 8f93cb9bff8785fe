import { TestBed } from '@angular/core/testing';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { note } from './testing/opened-messages';
import { ThreadNotes } from './thread-notes';

describe('notes for colleagues', () => {
  it('of one thread are not shown at another while its own are on their way', async () => {
    const transport = (path: string): Promise<Response> =>
      path.includes('/t1/') ? Promise.resolve(json({ items: [note] })) : new Promise(() => undefined);
    TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
    const fixture = TestBed.createComponent(ThreadNotes);
    fixture.componentRef.setInput('threadId', 't1');
    fixture.componentRef.setInput('heard', {});
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.textContent).toContain('Bel eerst.');
    fixture.componentRef.setInput('threadId', 't2');
    TestBed.tick();
    expect(element.textContent).not.toContain('Bel eerst.');
  });
});
