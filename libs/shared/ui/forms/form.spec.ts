import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ErrorSummary, type SummaryError } from './error-summary';
import { Control, Field } from './field';

@Component({
  imports: [Control, ErrorSummary, Field],
  template: `
    <ka-error-summary [errors]="errors()" />
    <ka-field controlId="wat" label="Wat wenst u?" hint="Eén zin is genoeg." [error]="errors()[0]?.message ?? ''">
      <input kaControl />
    </ka-field>
  `,
})
class Form {
  readonly errors = signal<readonly SummaryError[]>([]);
}

function form() {
  const fixture = TestBed.createComponent(Form);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const input = element.querySelector('input') as HTMLInputElement;
  return { fixture, element, input };
}

describe('Field', () => {
  it('ties label and hint to its control', () => {
    const { element, input } = form();
    expect(element.querySelector('label')?.htmlFor).toBe(input.id);
    expect(input.getAttribute('aria-describedby')).toBe('wat-hint');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });

  it('says the error above the control and marks it', async () => {
    const { fixture, element, input } = form();
    fixture.componentInstance.errors.set([{ controlId: 'wat', message: 'Schrijf in één zin wat u wenst.' }]);
    await fixture.whenStable();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')).toBe('wat-error wat-hint');
    expect(element.querySelector('#wat-error')?.textContent).toContain('Schrijf in één zin');
  });
});

describe('ErrorSummary', () => {
  it('takes the focus when errors appear, and leads to the field', async () => {
    const { fixture, element, input } = form();
    expect(element.querySelector('.ka-errors')).toBeNull();
    fixture.componentInstance.errors.set([{ controlId: 'wat', message: 'Schrijf wat u wenst.' }]);
    await fixture.whenStable();
    const summary = element.querySelector<HTMLElement>('.ka-errors');
    expect(document.activeElement).toBe(summary);
    expect(summary?.querySelector('h2')?.textContent).toBe('Er is één ding dat nog moet');
    summary?.querySelector('a')?.click();
    expect(document.activeElement).toBe(input);
  });
});
