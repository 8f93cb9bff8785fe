import { TestBed } from '@angular/core/testing';
import { Empty } from './empty/empty';
import { Failure } from './failure';
import { Skeleton } from './skeleton';
import { Toast } from './toast';

describe('Toast', () => {
  it('is a live region before it has anything to say', () => {
    const fixture = TestBed.createComponent(Toast);
    fixture.componentRef.setInput('message', '');
    fixture.detectChanges();
    expect((fixture.nativeElement as HTMLElement).getAttribute('role')).toBe('status');
    expect((fixture.nativeElement as HTMLElement).textContent.trim()).toBe('');
  });

  it('says what happened and offers the way back', () => {
    const fixture = TestBed.createComponent(Toast);
    fixture.componentRef.setInput('message', 'Uw steun is opgeteld.');
    fixture.componentRef.setInput('canUndo', true);
    let undone = 0;
    fixture.componentInstance.undone.subscribe(() => (undone += 1));
    fixture.detectChanges();
    const button = (fixture.nativeElement as HTMLElement).querySelector('button');
    expect(button?.textContent.trim()).toBe('Maak ongedaan');
    button?.click();
    expect(undone).toBe(1);
  });
});

describe('Empty', () => {
  it('invites', () => {
    const fixture = TestBed.createComponent(Empty);
    fixture.componentRef.setInput('title', 'Nog niets op de agenda van Tuil');
    fixture.componentRef.setInput('text', 'Wat wenst u voor uw dorp?');
    fixture.detectChanges();
    expect((fixture.nativeElement as HTMLElement).querySelector('h3')?.textContent).toContain('Tuil');
    expect((fixture.nativeElement as HTMLElement).querySelector('p')?.textContent).toContain('Wat wenst u');
  });
});

describe('Failure', () => {
  it('says that nothing typed is lost and tries again on demand', () => {
    const fixture = TestBed.createComponent(Failure);
    let retried = 0;
    fixture.componentInstance.retried.subscribe(() => (retried += 1));
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    expect(element.getAttribute('role')).toBe('alert');
    expect(element.textContent).toContain('Wat u schreef is niet weg');
    element.querySelector('button')?.click();
    expect(retried).toBe(1);
  });
});

describe('Skeleton', () => {
  it('says that it is being filled', () => {
    const fixture = TestBed.createComponent(Skeleton);
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    expect(element.getAttribute('aria-busy')).toBe('true');
    expect(element.getAttribute('aria-label')).toBe('Wordt geladen');
  });
});
