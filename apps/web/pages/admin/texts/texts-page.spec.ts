import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { TextBlockView } from '@kernagenda/moderation/domain';
import { API_TRANSPORT, type ApiTransport } from '@kernagenda/shared/web';
import { TextsPage } from './texts-page';

const block = (id: string, name: string): TextBlockView => ({
  ...{ id, name, rule: 'unclear', decision: null, text: 'Schrijf erbij om welke plek het gaat.', version: 1 },
});

describe('the page of text blocks', () => {
  let fixture: ComponentFixture<TextsPage>;
  let sent: string[];

  beforeEach(async () => {
    sessionStorage.clear();
    sent = [];
    const items = [block('a', 'Welke plek'), block('b', 'Eén wens')];
    const transport: ApiTransport = (path, { method, body }) => {
      if (method !== 'GET') sent.push(`${method} ${path} ${typeof body === 'string' ? body : ''}`.trim());
      const headers = new Headers({ 'content-type': 'application/json' });
      const json = () => Promise.resolve({ items, nextCursor: null });
      return Promise.resolve({ ok: true, status: 200, headers, json } as Response);
    };
    TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
    fixture = TestBed.createComponent(TextsPage);
    await fixture.whenStable();
  });

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const press = async (name: string): Promise<void> => {
    const button = [...page().querySelectorAll('button')].find(
      ({ textContent }) => textContent.replace(/\s+/g, ' ').trim() === name,
    );
    expect(button).toBeDefined();
    button?.click();
    await fixture.whenStable();
  };
  const type = async (id: string, value: string): Promise<void> => {
    const field = page().querySelector<HTMLInputElement>(`#${id}`);
    if (field) field.value = value;
    field?.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await fixture.whenStable();
  };

  it('moves one up', async () => {
    await press('Omhoog Eén wens');
    expect(sent).toEqual(['PUT /api/v1/text-blocks/order {"ids":["b","a"]}']);
  });

  it('removes one, on the version that was read', async () => {
    await press('Verwijder Welke plek');
    expect(sent).toEqual(['DELETE /api/v1/text-blocks/a']);
  });

  it('changes one', async () => {
    await press('Verander Welke plek');
    await type('change-name', ' Welke wens ');
    await type('change-decision', 'refuse');
    page().querySelector('form')?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    const changed = { name: 'Welke wens', rule: 'unclear', decision: 'refuse', text: block('a', '').text };
    expect(sent).toEqual([`PUT /api/v1/text-blocks/a ${JSON.stringify(changed)}`]);
  });

  it('says what an empty one lacks, and sends nothing', async () => {
    [...page().querySelectorAll('form')].at(-1)?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect([...page().querySelectorAll('.ka-errors a')].map(({ textContent }) => textContent.trim())).toEqual([
      'Vul een naam in van 2 tot 60 tekens.',
      'Schrijf een tekst van 10 tot 2000 tekens.',
    ]);
    expect(sent).toEqual([]);
  });
});
