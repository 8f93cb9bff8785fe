import { TestBed } from '@angular/core/testing';
import { Clock } from '@kernagenda/shared/web';
import { UndoToast } from './undo-toast';

describe('the way back from a decision', () => {
  let now = new Date('2026-03-09T09:00:00Z');
  const decision = () => ({ message: '‘Bankje’ is geplaatst.', until: new Date(now.getTime() + 10_000) });

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [{ provide: Clock, useValue: { now: () => now } }] });
  });
  afterEach(() => jest.useRealTimers());

  it('shows the seconds that are left, says it once, and ends', () => {
    const fixture = TestBed.createComponent(UndoToast);
    const page = fixture.nativeElement as HTMLElement;
    const status = (): string => page.querySelector('[role=status]')?.textContent ?? '';
    let ends = 0;
    fixture.componentInstance.settled.subscribe(() => {
      ends += 1;
      fixture.componentRef.setInput('undoable', null);
    });
    const pass = (ms: number): void => {
      now = new Date(now.getTime() + ms);
      jest.advanceTimersByTime(250);
      fixture.detectChanges();
    };

    fixture.componentRef.setInput('undoable', decision());
    fixture.detectChanges();
    expect(status()).toBe('‘Bankje’ is geplaatst. U kunt dit 10 seconden ongedaan maken.');
    const said = status();
    pass(3_000);
    expect(page.querySelector('.ka-toast')?.textContent).toContain('Nog 7 seconden.');
    expect(status()).toBe(said);
    pass(7_000);
    expect(ends).toBe(1);
    expect(page.querySelector('.ka-toast')).toBeNull();
    expect(status()).toBe('Het besluit staat vast.');
    pass(1_000);
    expect(ends).toBe(1);
  });
});
