import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { API_TRANSPORT, type ApiTransport } from '@kernagenda/shared/web';
import type { MunicipalityInput } from '@kernagenda/villages/domain/settings';
import { palette } from '@kernagenda/villages/domain/settings';
import { MunicipalityPage } from './municipality-page';

const saved = {
  ...{ name: 'Voorbeeld', address: '', telephone: '', email: '', website: '' },
  ...{ readWithinDays: 5, answerWithinDays: 10, colours: { light: {}, dark: {} }, version: 3 },
  allowsPublicEmbeddings: false,
};

describe('the page of the municipality', () => {
  let fixture: ComponentFixture<MunicipalityPage>;
  let sent: { readonly body: MunicipalityInput; readonly version: string }[];

  beforeEach(async () => {
    sessionStorage.clear();
    sent = [];
    const transport: ApiTransport = (_, { body, headers }) => {
      const version = new Headers(headers).get('if-match') ?? '';
      if (typeof body === 'string') sent.push({ body: JSON.parse(body) as MunicipalityInput, version });
      const answer = typeof body === 'string' ? { ...(JSON.parse(body) as object), version: 4 } : saved;
      const type = new Headers({ 'content-type': 'application/json' });
      return Promise.resolve({ ok: true, status: 200, headers: type, json: () => Promise.resolve(answer) } as Response);
    };
    TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
    await open();
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(MunicipalityPage);
    await fixture.whenStable();
  }
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const field = (name: string) => page().querySelector<HTMLInputElement>(`#municipality-${name}`);
  const type = async (name: string, value: string): Promise<void> => {
    const input = field(name);
    if (input) input.value = value;
    input?.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const save = async (): Promise<void> => {
    page().querySelector('form')?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  };
  const errors = () => [...page().querySelectorAll('.ka-errors a')].map(({ textContent }) => textContent.trim());

  it('saves what was typed with what stood there, on the version that was read', async () => {
    await type('telephone', '0345 12 34 56');
    await type('readWithinDays', '3');
    await type('light-river', '#0a4f5c');
    await save();
    const { version: _version, ...before } = saved;
    const colours = { light: { river: '#0a4f5c' }, dark: {} };
    expect(sent).toEqual([
      { body: { ...before, telephone: '0345 12 34 56', readWithinDays: 3, colours }, version: '"3"' },
    ]);
    expect(field('telephone')?.value).toBe('0345 12 34 56');
  });

  it('sends no colour that is hard to read, and names the pair with its ratio', async () => {
    await type('light-river', '#7fb2ba');
    await type('answerWithinDays', '99');
    await save();
    expect(sent).toEqual([]);
    expect(errors()).toEqual([
      'Vul een heel getal in van 1 tot 40.',
      'Te weinig contrast: rivier op papier is 2,1 op 1. Nodig is ten minste 4,5 op 1.',
    ]);
  });

  it('allows models outside the own network only when it is asked to', async () => {
    await save();
    const box = field('allowsPublicEmbeddings');
    box?.click();
    await fixture.whenStable();
    await save();
    expect(sent.map(({ body }) => body.allowsPublicEmbeddings)).toEqual([false, true]);
  });

  it('takes a colour of the house for one that was not chosen, and puts a scheme back', async () => {
    await type('dark-blossom', '#ffb3cf');
    await type('light-river', palette.light.river);
    expect(field('dark-blossom')?.value).toBe('#ffb3cf');
    const back = [...page().querySelectorAll('button')].find(({ textContent }) => textContent.includes('donkere site'));
    back?.click();
    await fixture.whenStable();
    expect(field('dark-blossom')?.value).toBe(palette.dark.blossom);
    await save();
    expect(sent[0]?.body.colours).toEqual({ light: {}, dark: {} });
  });

  it('keeps what was typed through a reload', async () => {
    await type('name', 'Anders');
    await open();
    expect(field('name')?.value).toBe('Anders');
  });
});
