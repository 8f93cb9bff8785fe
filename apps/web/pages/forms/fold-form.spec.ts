import { Component, computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from './fold-form';
import { FormDrafts } from './form-drafts';
import { type FormField, isFilled } from './form-fields';

const problem = (status: number, code: string, pointer?: string): ApiError =>
  new ApiError(status, { code, errors: pointer ? [{ pointer, detail: '' }] : [] } as never);

@Component({
  imports: [FoldForm],
  template: `
    <ka-fold-form
      name="bank add"
      button="Voeg toe"
      [fields]="fields()"
      [initial]="{ where: 'Haven' }"
      [version]="version()"
      [send]="send"
      done="Het staat erbij."
    />
  `,
})
class Host {
  readonly version = signal(3);
  readonly sent: Sent[] = [];
  answer: (sent: Sent) => Promise<unknown> = () => Promise.resolve();
  readonly places = signal(['Haven', 'Dijk']);
  readonly fields = computed<readonly FormField[]>(() => {
    const choices = this.places().map((value) => ({ value, label: value }));
    return [
      { name: 'what', kind: 'text', label: 'Wat?', fault: 'Schrijf wat.', isFine: isFilled },
      { name: 'where', kind: 'choice', label: 'Waar?', choices },
      { name: 'also', kind: 'boxes', label: 'Waar nog meer?', choices },
    ];
  });
  readonly send = (sent: Sent): Promise<unknown> => {
    this.sent.push(sent);
    return this.answer(sent);
  };
}

describe('a form that unfolds', () => {
  beforeEach(() => sessionStorage.clear());

  async function open() {
    const fixture = TestBed.createComponent(Host);
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    const settle = async (): Promise<void> => {
      fixture.detectChanges();
      await fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    await settle();
    const button = (): HTMLElement => element.querySelector('[data-fold]') as HTMLElement;
    if (button().getAttribute('aria-expanded') === 'false') button().click();
    await settle();
    const type = async (text: string): Promise<void> => {
      const input = element.querySelector('input') as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input'));
      await settle();
    };
    const submit = async (): Promise<void> => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    return { host: fixture.componentInstance, element, settle, button, type, submit };
  }

  it('opens with the focus on its title, and gives it back to its button', async () => {
    const { element, settle, button } = await open();
    expect(document.activeElement).toBe(element.querySelector('h3'));
    element.querySelector('form')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(element.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it('sends nothing before it is right, and says at the field what to do', async () => {
    const { host, element, submit } = await open();
    await submit();
    expect(host.sent).toEqual([]);
    expect(element.querySelector('#bank-add-what-error')?.textContent).toContain('Schrijf wat.');
    expect(document.activeElement).toBe(element.querySelector('.ka-errors'));
  });

  it('sends what was typed with what stood there, the version that was read and one key for the same words', async () => {
    const { host, element, type, submit } = await open();
    await type('Een bank');
    host.answer = () => Promise.reject(new ApiError(0, null));
    await submit();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Er is geen verbinding.');
    host.answer = () => Promise.resolve();
    await submit();
    const [first, second] = host.sent;
    expect(first?.values).toEqual({ what: 'Een bank', where: 'Haven', also: '' });
    expect(first?.version).toBe(3);
    expect(second?.key).toBe(first?.key);
    expect(TestBed.inject(Notices).current()?.message).toBe('Het staat erbij.');
    expect(element.querySelector('form')).toBeNull();
  });

  it('tells that somebody else was first, keeps the words, and then changes what is there now', async () => {
    const { host, element, type, submit, settle } = await open();
    await type('Een bank');
    host.answer = () => Promise.reject(problem(412, 'stale_version'));
    await submit();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Iemand anders heeft dit net veranderd');
    expect((element.querySelector('input') as HTMLInputElement).value).toBe('Een bank');
    host.version.set(4);
    await settle();
    await submit();
    expect(host.sent.map(({ version }) => version)).toEqual([3, 4]);
  });

  it('sends no choice that is not offered any more, and takes it up again once it is', async () => {
    const { host, type, submit, settle } = await open();
    await type('Een bank');
    TestBed.inject(FormDrafts).write('bank add', { where: 'Dijk', also: 'Haven Dijk' });
    host.answer = () => Promise.reject(new ApiError(0, null));
    for (const places of [['Haven'], ['Haven', 'Dijk']]) {
      host.places.set(places);
      await settle();
      await submit();
    }
    expect(host.sent.map(({ values }) => [values['where'], values['also']])).toEqual([
      ['', 'Haven'],
      ['Dijk', 'Haven Dijk'],
    ]);
  });

  it('says at its own field what the API refuses', async () => {
    const { host, element, type, submit } = await open();
    await type('Een bank');
    host.answer = () => Promise.reject(problem(400, 'invalid_input', '/what'));
    await submit();
    expect(element.querySelector('#bank-add-what-error')?.textContent).toContain('Schrijf wat.');
  });

  it('is there again after a reload, with what was typed', async () => {
    const { type } = await open();
    await type('Een bank');
    TestBed.resetTestingModule();
    TestBed.inject(FormDrafts).restore();
    const { element } = await open();
    expect((element.querySelector('input') as HTMLInputElement).value).toBe('Een bank');
  });
});
