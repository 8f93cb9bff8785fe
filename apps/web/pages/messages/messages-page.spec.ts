import { TestBed } from '@angular/core/testing';
import type { InboxView, MessageView } from '@kernagenda/conversations/domain';
import { json } from '@kernagenda/shared/web/testing';
import { meWith, message, open, thread } from './testing/opened-messages';

describe('"Berichten"', () => {
  beforeEach(() => sessionStorage.clear());

  it('lists the threads with what is new, and marks as read what is opened', async () => {
    const { element, sent } = await open('/berichten?gesprek=t1', meWith('v1'));
    expect(element.querySelector('.ka-threads a')?.textContent).toContain('1 nieuw');
    expect(element.querySelector('.ka-threads .ka-stand')?.textContent).toContain('Met Gebiedsmakelaar van Tricht');
    expect(element.querySelector('.ka-letters')?.textContent).toContain('Gebiedsmakelaar, Gebiedsmakelaar van Tricht');
    expect(sent).toEqual(['/api/v1/threads?limit=50', 'POST /api/v1/threads/t1/read {"number":2}']);
  });

  it('keeps an answer that could not be sent, and says so', async () => {
    const { element, settle } = await open('/berichten?gesprek=t1', meWith('v1'));
    const field = element.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Dank u wel.';
    field.dispatchEvent(new Event('input'));
    element.querySelector('.ka-desk__read form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('wat u schreef, is bewaard');
    expect(field.value).toBe('Dank u wel.');
    expect(sessionStorage.getItem('ka_talk')).toContain('Dank u wel.');
  });

  it('has no field for who only reads along, or left', async () => {
    const reader = await open('/berichten?gesprek=t1', meWith(null), { ...thread, allowedActions: [] });
    expect(reader.element.querySelector('textarea')).toBeNull();
    expect(reader.element.textContent).toContain('U leest mee.');
    TestBed.resetTestingModule();
    const left = await open('/berichten?gesprek=t1', meWith(null), { ...thread, hasLeft: true, allowedActions: [] });
    expect(left.element.textContent).toContain('U deed tot hier mee');
  });

  it('tells who answers and by when, and lets only who may give it away', async () => {
    const inbox: InboxView = {
      state: 'waiting',
      holder: { kind: 'team', name: 'Wegen' },
      ...{ assignee: 'Wim', isMine: false, dueOn: '2026-03-10', isLate: false },
    };
    const resident = await open('/berichten?gesprek=t1', meWith('v1'), { ...thread, inbox });
    expect(resident.element.textContent).toContain('Wim (Team Wegen) antwoordt uiterlijk');
    expect(resident.element.querySelector('ka-inbox-acts select')).toBeNull();
    expect(resident.element.querySelector('nav.ka-tabs')).toBeNull();
    TestBed.resetTestingModule();
    const staff = await open('/berichten?gesprek=t1&bak=late', meWith(null, 'broker'), {
      ...{ ...thread, inbox },
      allowedActions: ['hand_over'],
    });
    expect(staff.element.querySelector('nav.ka-tabs [aria-current]')?.textContent).toBe('Te laat');
    expect(staff.element.textContent).toContain('Dit gesprek is overgedragen. U leest mee.');
    staff.element.querySelector('ka-inbox-acts form')?.dispatchEvent(new Event('submit'));
    await staff.settle();
    expect(staff.sent).toContain('POST /api/v1/threads/t1/hand-over {"teamId":null}');
  });

  it('makes a draft of a message with one press, and keeps saying so when that fails', async () => {
    const said: MessageView = { ...message, allowedActions: ['make_draft'] };
    const { element, sent, settle } = await open('/berichten?gesprek=t1', meWith(null, 'broker'), thread, said);
    element.querySelector<HTMLElement>('ka-message-draft button')?.click();
    await settle();
    expect(sent).toContain('POST /api/v1/threads/t1/messages/m2/draft undefined');
    expect(element.querySelector('ka-message-draft [role=alert]')?.textContent).toContain('Er is niets gemaakt.');
  });

  it('leads to the proposal that a message became to who may open it', async () => {
    const made: MessageView = { ...message, isDrafted: true };
    const staff = await open('/berichten?gesprek=t1', meWith(null, 'broker'), thread, made);
    expect(staff.element.querySelector('ka-message-draft')?.textContent).toContain('is een concept van een voorstel');
    expect(staff.element.querySelector('ka-message-draft a')).toBeNull();
    TestBed.resetTestingModule();
    const resident = await open('/berichten?gesprek=t1', meWith('v1'), thread, { ...made, proposalId: 'p9' });
    expect(resident.element.querySelector('ka-message-draft a')?.getAttribute('href')).toBe('/voorstellen/p9');
  });

  it('shows notes to colleagues alone, and keeps one that could not be sent', async () => {
    const resident = await open('/berichten?gesprek=t1', meWith('v1'));
    expect(resident.element.querySelector('ka-thread-notes')).toBeNull();
    TestBed.resetTestingModule();
    const colleague = { ...thread, allowedActions: ['write', 'note'] } as const;
    const { element, sent, settle } = await open('/berichten?gesprek=t1', meWith(null, 'broker'), colleague);
    expect(element.querySelector('ka-thread-notes summary')?.textContent).toBe('Notities voor collega’s (1)');
    expect(element.querySelector('.ka-notes')?.textContent).toContain('Bel eerst.');
    const field = element.querySelector<HTMLTextAreaElement>('ka-thread-notes textarea');
    if (field) field.value = 'Ik bel dinsdag.';
    field?.dispatchEvent(new Event('input'));
    element.querySelector('ka-thread-notes form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(sent).toContain('POST /api/v1/threads/t1/notes {"body":"Ik bel dinsdag."}');
    expect(element.querySelector('ka-thread-notes [role=alert]')?.textContent).toContain('niet bewaard');
    expect(field?.value).toBe('Ik bel dinsdag.');
  });

  it('lets a secretary write another village, which is chosen first', async () => {
    const me = meWith('v1', 'secretary', 'v1');
    const { element, sent, settle, go } = await open('/berichten?gesprek=dorp', me);
    const villages = element.querySelector<HTMLSelectElement>('[name=dorp]')?.options;
    expect([...(villages ?? [])].map(({ text }) => text)).toEqual(['Kies een dorp', 'Deil']);
    const type = (name: string, value: string, event: string): void => {
      const field = element.querySelector<HTMLInputElement>(`ka-new-thread [name=${name}]`);
      if (field) field.value = value;
      field?.dispatchEvent(new Event(event));
    };
    type('onderwerp', 'Samen een bus', 'input');
    type('bericht', 'Doet u mee?', 'input');
    element.querySelector('ka-new-thread form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(element.querySelector('ka-error-summary')?.textContent).toContain('Kies het dorp dat u schrijft.');
    type('dorp', 'v2', 'change');
    element.querySelector('ka-new-thread form')?.dispatchEvent(new Event('submit'));
    await settle();
    const input = { villageId: 'v1', toVillageId: 'v2', title: 'Samen een bus', body: 'Doet u mee?', photos: [] };
    expect(sent.at(-1)).toBe(`POST /api/v1/threads ${JSON.stringify(input)}`);
    expect(element.querySelector('.ka-threads__start:not(.ka-button--second)')?.textContent).toContain('Schrijf de');
    await go('/berichten?gesprek=nieuw');
    expect(element.querySelector<HTMLInputElement>('ka-new-thread [name=onderwerp]')?.value).toBe('');
  });

  it('offers text blocks for answers to colleagues, behind what was already typed', async () => {
    const resident = await open('/berichten?gesprek=t1', meWith('v1'));
    expect(resident.element.querySelector('[name=tekstblok]')).toBeNull();
    TestBed.resetTestingModule();
    const colleague = { ...thread, allowedActions: ['write', 'note'] } as const;
    const { element, settle } = await open('/berichten?gesprek=t1', meWith(null, 'broker'), colleague);
    const blocks = element.querySelector<HTMLSelectElement>('[name=tekstblok]');
    expect([...(blocks?.options ?? [])].map(({ text }) => text)).toEqual(['Kies een tekstblok', 'Ik zoek het uit']);
    const field = element.querySelector<HTMLTextAreaElement>('[name=antwoord]');
    if (field) field.value = 'Beste Sanne,';
    field?.dispatchEvent(new Event('input'));
    if (blocks) blocks.value = 'b1';
    blocks?.dispatchEvent(new Event('change'));
    await settle();
    expect([field?.value, blocks?.value]).toEqual(['Beste Sanne,\n\nIk zoek dit voor u uit.', '']);
  });

  it('looks for words in all threads, and in the list of the inbox that is open', async () => {
    const found = json({ items: [thread], nextCursor: 'c' });
    const { element, sent, settle } = await open('/berichten?bak=team', meWith(null, 'broker'), thread, message, {
      '/api/v1/threads?limit=50&inbox=team&search=bus+%26+trein': () => found,
    });
    const field = element.querySelector<HTMLInputElement>('#find-threads');
    if (field) field.value = ' bus & trein ';
    field?.form?.dispatchEvent(new Event('submit'));
    await settle();
    expect(sent.at(-1)).toBe('/api/v1/threads?limit=50&inbox=team&search=bus+%26+trein');
    expect(element.querySelector('[role=status].ka-sr')?.textContent).toContain('1 of meer gesprekken gevonden.');
    // Without scripts the form keeps the list too.
    expect(element.querySelector<HTMLInputElement>('.ka-threads__find [name=bak]')?.value).toBe('team');
  });

  it('offers to write to the broker to a resident with a village, not to who works for the municipality', async () => {
    const start = (element: HTMLElement): string | undefined =>
      element.querySelector('.ka-threads__start')?.textContent.trim();
    expect(start((await open('/berichten', meWith('v1'))).element)).toBe('Schrijf de gebiedsmakelaar van Tricht');
    TestBed.resetTestingModule();
    expect(start((await open('/berichten', meWith('v1', 'official'))).element)).toBeUndefined();
    TestBed.resetTestingModule();
    const { element } = await open('/berichten', meWith(null));
    expect(start(element)).toBeUndefined();
    expect(element.textContent).toContain('Kies eerst uw dorp.');
    TestBed.resetTestingModule();
    expect((await open('/berichten', meWith(null, 'broker'))).element.textContent).not.toContain('Kies eerst uw dorp.');
  });

  it('shows more threads below those that were there', async () => {
    const { element, settle } = await open('/berichten', meWith('v1'), thread, message, {
      '/api/v1/threads?limit=50': () => json({ items: [thread], nextCursor: 'c' }),
      '/api/v1/threads?limit=50&cursor=c': () => json({ items: [{ ...thread, id: 't2', title: 'De brug' }] }),
    });
    element.querySelector<HTMLElement>('.ka-q-more button')?.click();
    await settle();
    const titles = [...element.querySelectorAll('.ka-threads li b')].map(({ textContent }) => textContent);
    expect(titles).toEqual(['De bus rijdt niet meer', 'De brug']);
  });

  it('has nothing to look for words in while there is no thread', async () => {
    const { element } = await open('/berichten', meWith('v1'), thread, message, {
      '/api/v1/threads?limit=50': () => json({ items: [], nextCursor: null }),
    });
    expect(element.textContent).toContain('U hebt nog geen gesprekken');
    expect(element.querySelector('form')).toBeNull();
  });

  it('asks for no list of the inbox for a resident, whatever the address says', async () => {
    expect((await open('/berichten?bak=late', meWith('v1'))).sent).toEqual(['/api/v1/threads?limit=50']);
  });

  it('leads who signs in back to the thread of the address', async () => {
    const { element } = await open('/berichten?gesprek=t1', { ...meWith(null), person: null });
    const link = element.querySelector('a.ka-button')?.getAttribute('href');
    expect(link).toBe('/inloggen?terug=%2Fberichten%3Fgesprek%3Dt1');
  });
});
