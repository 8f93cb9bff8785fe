import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EveningNoteView, EveningView } from '@kernagenda/intake/domain/evenings';
import { EVENING_STORE } from '@kernagenda/intake/web/evenings';
import { API_TRANSPORT, Clock, LIVE_SOCKET, Notices } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { EveningPage } from './evening-page';

const tricht = { id: 't', slug: 'tricht', name: 'Tricht' };
const secretary = {
  ...{ id: 'secretaris', displayName: 'Secretaris', homeVillageId: 't' },
  roles: [{ role: 'secretary', scopeType: 'village', scopeId: 't' }],
};

/** An API with one evening; `isCut` as when the line is down, `status` what it refuses with. */
class Hall {
  readonly notes = new Map<string, EveningNoteView>();
  state: EveningView['state'] = 'open';
  person: object | null = secretary;
  isCut = false;
  readonly puts: string[] = [];
  closed: unknown = null;
  /** What it takes for a mistake. */
  odd = '';

  readonly transport = async (path: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
    if (this.isCut) throw new TypeError('Failed to fetch');
    if (path.endsWith('/me')) return json({ person: this.person, demo: false });
    if (!this.person) return json({ code: 'sign_in_required', status: 401 }, 401);
    if (path.includes('/matching')) return json({ inVillage: [], elsewhere: [] });
    if (method === 'PUT') {
      if (this.state !== 'open') return json({ code: 'wrong_state', status: 409 }, 409);
      const id = path.split('/').at(-1) ?? '';
      if (this.odd && String(body).includes(this.odd) && !String(body).includes('"isRemoved":true'))
        return json({ code: 'invalid_input', status: 400 }, 400);
      const note = { ...(JSON.parse(String(body)) as EveningNoteView), id, proposalId: null, isLeftOut: false };
      this.puts.push(note.text);
      this.notes.set(id, note);
      return json(note);
    }
    if (path.endsWith('/close')) {
      this.closed = JSON.parse(String(body));
      for (const id of (this.closed as { leaveOut: string[] }).leaveOut) {
        const note = this.notes.get(id);
        if (note) this.notes.set(id, { ...note, isLeftOut: true });
      }
      this.state = 'closing';
    }
    return json(this.view());
  };

  view(): EveningView {
    const notes = [...this.notes.values()];
    return {
      ...{ id: 'e', village: tricht, title: '', day: '2026-03-02', state: this.state, notes },
      ...{ noteCount: notes.length, allowedActions: this.state === 'closed' ? [] : ['close'] },
    };
  }
}

describe('an evening on this computer', () => {
  let hall: Hall;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    hall = new Hall();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_TRANSPORT, useValue: hall.transport },
        { provide: LIVE_SOCKET, useValue: () => Promise.reject(new Error('no socket')) },
        { provide: Clock, useValue: { now: () => new Date('2026-03-02T19:30:00Z') } },
      ],
    });
  });

  async function open() {
    const fixture = TestBed.createComponent(EveningPage);
    fixture.componentRef.setInput('id', 'e');
    const element = fixture.nativeElement as HTMLElement;
    document.body.append(element);
    const settle = async (): Promise<void> => {
      for (let round = 0; round < 8; round += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        fixture.detectChanges();
        await fixture.whenStable();
      }
    };
    await settle();
    const words = (): string => element.textContent.replace(/\s+/g, ' ').trim();
    const say = async (line: string): Promise<void> => {
      const field = element.querySelector<HTMLInputElement>('#evening-line');
      if (!field) throw new Error(`No field: ${words()}`);
      field.value = line;
      field.dispatchEvent(new Event('input'));
      await settle();
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    const press = async (label: string): Promise<void> => {
      const button = [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label));
      if (!button) throw new Error(`No button ${label}`);
      button.click();
      await settle();
    };
    const said = (): string[] =>
      [...element.querySelectorAll('.ka-evening__text')].map((one) => one.firstChild?.textContent?.trim() ?? '');
    return { fixture, element, settle, words, say, press, said };
  }

  it('sends what is said at once, and shows the newest on top', async () => {
    const { say, said, words } = await open();
    await say('Een bank bij de kerk');
    await say('Meer bomen #groen');
    expect(hall.puts).toEqual(['Een bank bij de kerk', 'Meer bomen']);
    expect(said()).toEqual(['Meer bomen', 'Een bank bij de kerk']);
    expect(words()).toContain('Alles is verstuurd.');
    expect([...hall.notes.values()].map(({ theme }) => theme)).toEqual([null, 'green']);
  });

  it('keeps what is said while the line is cut, and sends each once when it is back', async () => {
    const { say, said, words, settle } = await open();
    hall.isCut = true;
    await say('Een bank bij de kerk');
    await say('Een brug');
    expect(words()).toContain('Opgeslagen op deze computer, nog niet verstuurd: 2');
    expect(said()).toHaveLength(2);
    hall.isCut = false;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(hall.puts).toEqual(['Een bank bij de kerk', 'Een brug']);
    expect(words()).toContain('Alles is verstuurd.');
  });

  it('loses nothing when the session ends, and asks to sign in again', async () => {
    const { say, said, words, settle } = await open();
    hall.person = null;
    await say('Een bank bij de kerk');
    expect(words()).toContain('U bent niet meer ingelogd. Opgeslagen op deze computer, nog niet verstuurd: 1');
    expect(said()).toEqual(['Een bank bij de kerk']);
    hall.person = secretary;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(hall.puts).toEqual(['Een bank bij de kerk']);
  });

  it('shows nobody else what somebody wrote, and says that it waits', async () => {
    const first = await open();
    hall.isCut = true;
    await first.say('Een bank bij de kerk');
    first.fixture.destroy();
    [hall.isCut, hall.person] = [false, null];
    const visitor = await open();
    expect(visitor.said()).toEqual([]);
    expect(visitor.words()).toContain('Op deze computer staat nog 1 wens die niet verstuurd is');
    visitor.fixture.destroy();
    hall.person = { ...secretary, id: 'iemand anders' };
    const other = await open();
    expect(other.said()).toEqual([]);
    expect(hall.puts).toEqual([]);
    other.fixture.destroy();
    hall.person = secretary;
    const again = await open();
    expect(again.said()).toEqual(['Een bank bij de kerk']);
    expect(hall.puts).toEqual(['Een bank bij de kerk']);
  });

  it('says what did not go along, when the evening was sent in meanwhile', async () => {
    const { say, words, settle } = await open();
    hall.isCut = true;
    await say('Te laat gezegd');
    [hall.isCut, hall.state] = [false, 'closed'];
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(words()).toContain('Deze wens ging niet mee');
    expect(words()).toContain('Te laat gezegd');
  });

  it('shows and sends nothing of it to somebody else who signed in meanwhile', async () => {
    const { say, said, words, settle } = await open();
    hall.isCut = true;
    await say('Een bank bij de kerk');
    [hall.isCut, hall.person] = [false, { ...secretary, id: 'iemand anders' }];
    window.dispatchEvent(new Event('online'));
    await settle();
    expect([said(), hall.puts]).toEqual([[], []]);
    expect(words()).toContain('Op deze computer staat nog 1 wens die niet verstuurd is');
  });

  it('asks again who it is when somebody comes back to the window', async () => {
    const { say, said, settle } = await open();
    await say('Een bank bij de kerk');
    hall.person = { ...secretary, id: 'iemand anders' };
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(said()).toEqual([]);
  });

  it('is cleared here too when somebody signs out in another window', async () => {
    const { say, said, settle } = await open();
    await say('Een bank bij de kerk');
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
    await settle();
    expect(said()).toEqual([]);
  });

  it('goes on in the page, with all there was, when the browser refuses to keep more', async () => {
    const { say, said, words, settle } = await open();
    hall.isCut = true;
    await say('Een bank bij de kerk');
    TestBed.inject(EVENING_STORE).write = () => Promise.reject(new Error('QuotaExceededError'));
    await say('Een brug');
    await say('Een steiger');
    expect(words()).toContain('Deze browser bewaart niets.');
    expect(said()).toEqual(['Een steiger', 'Een brug', 'Een bank bij de kerk']);
    hall.isCut = false;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(hall.puts).toEqual(['Een bank bij de kerk', 'Een brug', 'Een steiger']);
    expect(words()).toContain('Alles is verstuurd.');
  });

  it('takes no address that no mail reaches', async () => {
    const { say, element, words } = await open();
    await say('Een bank bij de kerk jan@dorp_x.nl');
    expect(words()).toContain('Schrijf een e-mailadres, zoals naam@voorbeeld.nl');
    expect(element.querySelector<HTMLInputElement>('#evening-line')?.value).toContain('jan@dorp_x.nl');
    expect(hall.puts).toEqual([]);
  });

  it('says what the server takes for a mistake, and is done with it once it is taken away', async () => {
    const { say, press, words } = await open();
    hall.odd = 'kerk';
    await say('Een bank bij de kerk');
    await say('Een brug');
    expect(words()).toContain('In deze wens klopt iets niet');
    expect(hall.puts).toEqual(['Een brug']);
    await press('Haal weg: Een bank bij de kerk');
    expect(words()).not.toContain('klopt iets niet');
    expect(words()).toContain('Alles is verstuurd.');
  });

  it('is not sent for ever when it was taken away after the evening was sent in', async () => {
    const { say, press, words, settle } = await open();
    await say('Een bank bij de kerk');
    hall.isCut = true;
    await press('Haal weg');
    [hall.isCut, hall.state] = [false, 'closed'];
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(words()).not.toContain('Wordt verstuurd');
  });

  it('refuses what no proposal could be made of, and keeps the words', async () => {
    const { say, element, words } = await open();
    await say('Nu');
    expect(words()).toContain('Schrijf minstens 5 tekens.');
    expect(element.querySelector<HTMLInputElement>('#evening-line')?.value).toBe('Nu');
    expect(hall.puts).toEqual([]);
  });

  it('counts every dot, however fast it is given', async () => {
    const { say, element, settle } = await open();
    await say('Een bank bij de kerk');
    const note = element.querySelector<HTMLElement>('button.ka-evening__text');
    for (const key of ['+', '+', '+', '-']) note?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await settle();
    expect([...hall.notes.values()].map(({ dots }) => dots)).toEqual([2]);
  });

  it('leaves the keys of the browser alone', async () => {
    const { say, element, settle } = await open();
    await say('Een bank bij de kerk');
    const note = element.querySelector<HTMLElement>('button.ka-evening__text');
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      note?.dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, ...held }));
    }
    await settle();
    expect([...hall.notes.values()].map(({ dots }) => dots)).toEqual([0]);
  });

  it('tells nobody of what was taken away, until it is given back', async () => {
    const { say, press, settle } = await open();
    await say('Een bank bij de kerk oma@example.org');
    await press('Haal weg');
    expect([...hall.notes.values()].map(({ email }) => email)).toEqual([null]);
    TestBed.inject(Notices).undo();
    await settle();
    expect([...hall.notes.values()].map(({ email, isRemoved }) => [email, isRemoved])).toEqual([
      ['oma@example.org', false],
    ]);
  });

  it('takes a note away and gives it back', async () => {
    const { say, said, press } = await open();
    await say('Een bank bij de kerk');
    await press('Haal weg');
    expect(said()).toEqual([]);
    expect([...hall.notes.values()].map(({ isRemoved }) => isRemoved)).toEqual([true]);
  });

  it('shows a text as text', async () => {
    const { say, element } = await open();
    await say('<img src=x onerror=alert(1)> en een bank');
    expect(element.querySelector('.ka-evening__notes img')).toBeNull();
    expect(element.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('is sent in without what was left out, once the hall agreed and everything arrived', async () => {
    const { say, press, element, words, settle } = await open();
    await say('Een bank bij de kerk');
    await say('Hoort hier niet bij');
    await press('Kijk na en stuur in');
    element.querySelector<HTMLInputElement>('.ka-evening__choices input')?.click();
    await settle();
    await press('Stuur 1 wens in');
    expect(words()).toContain('Vertel het de zaal');
    expect(hall.closed).toBeNull();
    element.querySelector<HTMLInputElement>('#evening-consent')?.click();
    await settle();
    await press('Stuur 1 wens in');
    const left = [...hall.notes.values()].find(({ text }) => text === 'Hoort hier niet bij')?.id;
    expect(hall.closed).toEqual({ leaveOut: [left], noteCount: 2, hasConsent: true });
    expect(words()).toContain('0 van 1 ingestuurd');
  });

  it('goes on being sent in by whoever may, when it stands still', async () => {
    const { say, press, settle } = await open();
    await say('Een bank bij de kerk');
    hall.state = 'closing';
    window.dispatchEvent(new Event('online'));
    await settle();
    await press('Ga verder met insturen');
    expect(hall.closed).toMatchObject({ leaveOut: [] });
  });
});
