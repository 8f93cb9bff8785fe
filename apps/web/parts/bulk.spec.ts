import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AgendaPoint } from '@kernagenda/agendas/domain';
import { aPoint } from '@kernagenda/agendas/domain/testing';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { Bulk } from './bulk';

const now = new Date('2026-03-09T08:00:00Z');

describe('work on many points of an agenda', () => {
  let fixture: ComponentFixture<Bulk>;
  let calls: string[];
  let refused: Readonly<Record<string, string>>;
  let reloads: number;

  const points: readonly AgendaPoint[] = [
    aPoint({ id: 'p1', title: 'Een bank' }),
    aPoint({ id: 'p2', title: 'Een boom' }),
    aPoint({ id: 'p3', title: 'Een tunnel', theme: 'traffic' }),
    aPoint({ id: 'p4', title: 'Een heg' }),
  ];

  beforeEach(async () => {
    [calls, refused, reloads] = [[], {}, 0];
    const transport = async (path: string, { body }: RequestInit): Promise<Response> => {
      const [id = '', action = ''] = path.replace('/api/v1/proposals/', '').split('/');
      calls.push(`${id} ${action}${typeof body === 'string' ? ` ${body}` : ''}`);
      const code = refused[`${id} ${action}`];
      return code ? json({ code, status: 409 }, 409) : json({ id });
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_TRANSPORT, useValue: transport },
        { provide: Clock, useValue: { now: () => now } },
      ],
    });
    fixture = TestBed.createComponent(Bulk);
    const inputs = { points, at: now, several: false, reload: () => (reloads += 1) };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    document.body.append(element());
    await settled();
  });
  afterEach(() => element().remove());

  const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
  async function settled(): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  }
  const flat = (selector: string): string =>
    (element().querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const box = (id: string): HTMLInputElement => {
    const found = element().querySelector<HTMLInputElement>(`[data-row="${id}"]`);
    if (!found) throw new Error(`No row ${id}`);
    return found;
  };
  async function choose(id: string, shiftKey = false): Promise<void> {
    box(id).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
    await settled();
  }
  async function press(key: string, on: HTMLElement = box('p3')): Promise<void> {
    on.focus();
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await settled();
  }
  async function click(label: string): Promise<void> {
    const button = [...element().querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
    if (!button) throw new Error(`No button ${label}`);
    button.click();
    await settled();
  }
  const chosen = (): string[] => points.map(({ id }) => id).filter((id) => box(id).checked);

  it('chooses one by one, a range with Shift, and a whole theme', async () => {
    await choose('p1');
    expect(chosen()).toEqual(['p1']);
    await choose('p4', true);
    expect(chosen()).toEqual(['p1', 'p2', 'p4']);
    const whole = element().querySelector<HTMLInputElement>('.ka-bulk__theme .ka-choice input');
    whole?.click();
    await settled();
    expect(chosen()).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(flat('.ka-bulk__bar p')).toBe('4 punten gekozen');
  });

  it('a number moves what was chosen, in the order of the screen, with time to take it back', async () => {
    await choose('p1');
    await choose('p3');
    await press('1');
    expect(calls).toEqual(['p3 explore {"undoable":true}', 'p1 explore {"undoable":true}']);
    expect(flat('.ka-toast')).toContain('2 punten worden verkend. Nog 30 seconden.');
    expect([chosen(), reloads]).toEqual([[], 1]);
  });

  it('says of each point that cannot be moved why, moves the others and keeps it chosen', async () => {
    refused = { 'p3 put-on-agenda': 'not_allowed' };
    const there = points.map((point) => (point.id === 'p1' ? point : { ...point, agendaState: 'exploring' }));
    fixture.componentRef.setInput('points', there);
    await settled();
    for (const id of ['p1', 'p2', 'p3']) await choose(id);
    await click('Zet op de agenda');
    expect(flat('.ka-toast')).toContain('1 punt op de agenda gezet.');
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['p3', 'p2']);
    const told = flat('.ka-note');
    expect(told).toContain('2 punten bleven staan waar ze stonden');
    expect(told).toContain('Een bank. Dit kan niet vanuit de stand die dit punt heeft.');
    expect(told).toContain('Een tunnel. U mag dit bij dit punt niet doen.');
    expect(chosen()).toEqual(['p1', 'p3']);
  });

  it('takes exactly those back, and says which changed since', async () => {
    refused = { 'p2 take-back': 'not_allowed' };
    for (const id of ['p1', 'p2']) await choose(id);
    await press('1');
    calls.splice(0);
    await click('Maak ongedaan');
    expect(calls).toEqual(['p1 take-back', 'p2 take-back']);
    expect(flat('.ka-note')).toContain('Een boom. Er is intussen iets aan dit punt veranderd.');
    expect(element().querySelector('.ka-toast')).toBeNull();
    expect([chosen(), document.activeElement]).toEqual([['p1'], box('p1')]);
  });

  it('takes back later what could not be taken back because the line broke', async () => {
    refused = { 'p2 take-back': 'unreachable' };
    for (const id of ['p1', 'p2']) await choose(id);
    await press('1');
    await click('Maak ongedaan');
    expect(flat('.ka-note')).toContain('Een boom. Er is geen verbinding. Probeer het zo opnieuw.');
    expect(flat('.ka-toast')).toContain('1 punt');
    refused = {};
    calls.splice(0);
    await click('Maak ongedaan');
    expect([calls, element().querySelector('.ka-toast')]).toEqual([['p2 take-back'], null]);
  });

  it('Z takes back too, and J and K walk the rows', async () => {
    await choose('p1');
    await press('1');
    await press('z');
    expect(calls.at(-1)).toBe('p1 take-back');
    await press('j', box('p3'));
    expect(document.activeElement).toBe(box('p1'));
    await press('k', box('p1'));
    expect(document.activeElement).toBe(box('p3'));
  });

  it('asks to choose first, and does nothing by a key outside the list', async () => {
    await press('1');
    expect([calls, flat('.ka-bulk__bar [role=status]')]).toEqual([[], 'Kies eerst een of meer punten.']);
    await choose('p1');
    const outside = element().querySelector<HTMLElement>('.ka-keys-box__more');
    if (outside) await press('1', outside);
    expect(calls).toEqual([]);
  });
});
