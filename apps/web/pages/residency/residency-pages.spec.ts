import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { API_TRANSPORT, Clock } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { makeCode, printedCode } from '@kernagenda/villages/domain/residency';
import type { CodeBatchView, ResidencyView } from '@kernagenda/villages/domain/residency';
import { CodesPage } from './codes-page';
import { ProvePage } from './prove-page';

const tricht = { id: 't', slug: 'tricht', name: 'Tricht' };
const code = makeCode([1, 2, 3, 4, 5, 6, 7, 8, 9]);
const batch: CodeBatchView = {
  ...{ id: 'b', village: tricht, codes: 40, usesPerCode: 4, validUntil: '2026-06-07', usedCodes: 2, proven: 3 },
  ...{ createdAt: '2026-03-09T09:00:00.000Z', state: 'open', areProofsTakenBack: false },
};
const resident = { roles: [], displayName: 'Bewoner', homeVillageId: 't' };
const broker = { roles: [{ role: 'broker', scopeType: 'village', scopeId: 't' }], homeVillageId: null };

describe('codes for residents', () => {
  let calls: string[];
  let person: object | null;
  let refusal: { readonly code: string; readonly status: number } | null;
  let proof: ResidencyView['proof'];
  let batches: readonly CodeBatchView[];
  let next: string | null;
  let asked: string[];

  beforeEach(() => {
    sessionStorage.clear();
    [calls, person, refusal, proof, batches] = [[], resident, null, null, [batch]];
    [next, asked] = [null, []];
  });

  async function open(component: typeof ProvePage | typeof CodesPage, path = '/bewoner') {
    const transport = async (path: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
      if (method === 'GET') asked.push(path);
      else calls.push(`${path.replace('/api/v1/', '')} ${String(body)}`);
      if (method !== 'GET' && refusal) return json(refusal, refusal.status);
      if (path.endsWith('/me')) return json({ person, demo: false });
      if (path.endsWith('/me/residency')) {
        if (method === 'POST') proof = { village: tricht, provenAt: '2026-03-09T12:00:00.000Z' };
        return json({ proof });
      }
      if (path.endsWith('/withdraw')) return json(batch);
      if (path.endsWith('/residency-batches/villages')) return json({ items: [tricht] });
      if (path.includes('/residency-batches')) {
        return json(
          method === 'POST' ? { batch: { ...batch, codes: 1 }, codes: [code] } : { items: batches, nextCursor: next },
        );
      }
      if (path.includes('/villages')) return json({ items: [{ ...tricht, postcodes: ['4196'] }], nextCursor: null });
      return json({ items: [], nextCursor: null });
    };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        { provide: API_TRANSPORT, useValue: transport },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T12:00:00Z') } },
      ],
    });
    await TestBed.inject(Router).navigateByUrl(path);
    const fixture = TestBed.createComponent<object>(component);
    const element = fixture.nativeElement as HTMLElement;
    const settle = async (): Promise<void> => {
      for (let round = 0; round < 5; round += 1) {
        await new Promise((resolve) => setTimeout(resolve));
        fixture.detectChanges();
        await fixture.whenStable();
      }
    };
    await settle();
    const click = async (label: string): Promise<void> => {
      const buttons = [...element.querySelectorAll('button')].filter(({ textContent }) => textContent.includes(label));
      const button = buttons.at(-1);
      if (!button) throw new Error(`No button ${label}`);
      button.click();
      await settle();
    };
    const type = async (selector: string, value: string): Promise<void> => {
      const input = element.querySelector<HTMLInputElement>(selector);
      if (!input) throw new Error(`No field ${selector}`);
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await settle();
    };
    const words = (): string => element.textContent.replace(/\s+/g, ' ').trim();
    return { element, click, type, words };
  }

  it('are typed with a postcode by a resident, who counts from then on', async () => {
    const { click, type, words } = await open(ProvePage, `/bewoner#code=${printedCode(code)}`);
    expect(words()).toContain('Dit geldt voor Tricht.');
    await type('[name=postcode]', '4196 ab');
    await click('Ik woon hier');
    expect(calls).toEqual([`me/residency ${JSON.stringify({ code: printedCode(code), postcode: '4196 ab' })}`]);
    expect(words()).toContain('U telt mee als bewoner van Tricht, sinds 9 maart 2026.');
    expect(sessionStorage.getItem('ka_residency')).toBe('{}');
  });

  it('with a slip of the pen, or a postcode of elsewhere, are told at the field and not sent', async () => {
    const { element, click, type, words } = await open(ProvePage);
    expect(element.querySelector<HTMLInputElement>('[name=code]')?.value).toBe('');
    await type('[name=code]', code.slice(1));
    await type('[name=postcode]', '4101');
    await click('Ik woon hier');
    expect(calls).toEqual([]);
    expect(words()).toContain('Er zit een tikfout in de code.');
    expect(words()).toContain('Vul een postcode in van Tricht');
  });

  it.each([
    ['invalid_code', 400, 'Deze code werkt niet.'],
    ['code_used_up', 409, 'Deze code is al door zoveel mensen gebruikt als mag.'],
    ['too_many_requests', 429, 'U hebt het te vaak geprobeerd.'],
  ])('that are refused with %s say why, and stay', async (refused, status, text) => {
    refusal = { code: refused, status };
    const { element, click, type, words } = await open(ProvePage, `/bewoner#code=${code}`);
    await type('[name=postcode]', '4196');
    await click('Ik woon hier');
    expect(words()).toContain(text);
    expect(element.querySelector<HTMLInputElement>('[name=code]')?.value).toBe(code);
  });

  it('wait for who is not signed in, and come along', async () => {
    person = null;
    const { element } = await open(ProvePage, `/bewoner#code=${code}`);
    const link = element.querySelector<HTMLAnchorElement>('a.ka-button');
    expect(decodeURIComponent(link?.href ?? '')).toMatch(/\/inloggen\?terug=\/bewoner$/);
    expect(location.href).not.toContain(code);
    TestBed.resetTestingModule();
    person = resident;
    const back = await open(ProvePage);
    expect(back.element.querySelector<HTMLInputElement>('[name=code]')?.value).toBe(code);
  });

  it('ask for a village first, and are nothing for staff', async () => {
    person = { ...resident, homeVillageId: null };
    expect((await open(ProvePage)).words()).toContain('Kies eerst in welk dorp u woont.');
    TestBed.resetTestingModule();
    person = { ...resident, roles: [{ role: 'official', scopeType: 'team', scopeId: 'x' }] };
    expect((await open(ProvePage)).words()).toContain('U hebt geen code nodig.');
  });

  it('are made by a broker, shown once as a card with a QR code, and gone when put away', async () => {
    person = broker;
    const { element, click, type, words } = await open(CodesPage);
    expect(words()).toContain('40 codes voor Tricht');
    expect(words()).toContain('2 van 40 codes gebruikt3 bewoners nu4 mensen per code');
    await click('Maak codes');
    await type('#bewonerscodes-codes', '0');
    await click('Maak de codes');
    expect(calls).toEqual([]);
    await type('#bewonerscodes-codes', '1');
    await click('Maak de codes');
    const sent = { villageId: 't', codes: 1, usesPerCode: 4, validUntil: '2026-06-07' };
    expect(calls).toEqual([`residency-batches ${JSON.stringify(sent)}`]);
    expect(words()).toContain('U ziet deze codes alleen nu.');
    expect(words()).toContain(printedCode(code));
    expect(element.querySelector('.ka-code-card path')?.getAttribute('d')).toMatch(/^M\d+ \d+h1v1h-1z/);
    await click('Ik heb ze bewaard');
    expect(words()).not.toContain(printedCode(code));
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(code);
  });

  it('are withdrawn, and what they proved is taken back only when asked', async () => {
    person = broker;
    const { element, click } = await open(CodesPage);
    await click('Trek in');
    await click('Trek in');
    await click('Trek in');
    element.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
    await click('Trek in');
    expect(calls).toEqual([
      'residency-batches/b/withdraw {"takesBackProofs":false}',
      'residency-batches/b/withdraw {"takesBackProofs":true}',
    ]);
  });

  it('that are withdrawn already can still have their proofs taken back, and then nothing more', async () => {
    person = broker;
    batches = [{ ...batch, state: 'withdrawn' }];
    const { click, words } = await open(CodesPage);
    await click('Neem bewijzen terug');
    await click('Neem bewijzen terug');
    expect(calls).toEqual(['residency-batches/b/withdraw {"takesBackProofs":true}']);
    TestBed.resetTestingModule();
    batches = [{ ...batch, state: 'withdrawn', proven: 0, areProofsTakenBack: true }];
    expect((await open(CodesPage)).words()).not.toContain('Neem bewijzen terug');
    expect(words()).toContain('Ingetrokken.');
  });

  it('stay in the file until they are put away', async () => {
    person = broker;
    const [made, gone]: [Blob[], string[]] = [[], []];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${made.push(file)}`,
      revokeObjectURL: (url: string) => gone.push(url),
    });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    const page = await open(CodesPage);
    await page.click('Maak codes');
    await page.type('#bewonerscodes-codes', '1');
    await page.click('Maak de codes');
    await page.click('Sla op als bestand');
    expect([click.mock.calls.length, gone]).toEqual([1, []]);
    const reader = new FileReader();
    reader.readAsText(made[0] ?? new Blob());
    await new Promise((resolve) => reader.addEventListener('load', resolve));
    expect(reader.result).toContain(`/bewoner#code=${printedCode(code)}`);
    await page.click('Ik heb ze bewaard');
    expect(gone).toEqual(['blob:1']);
    click.mockRestore();
  });

  it('are listed a page at a time', async () => {
    person = broker;
    next = 'verder';
    const { click, words } = await open(CodesPage);
    batches = [{ ...batch, id: 'c', codes: 7 }];
    next = null;
    await click('Toon meer');
    expect(words()).toContain('40 codes voor Tricht');
    expect(words()).toContain('7 codes voor Tricht');
    expect(words()).not.toContain('Toon meer');
    expect(asked.at(-1)).toContain('cursor=verder');
  });

  it('are no matter of residents', async () => {
    const { element, words } = await open(CodesPage);
    expect(words()).toContain('Dit doen de gebiedsmakelaar en de beheerder.');
    expect(element.querySelector('form, [data-fold]')).toBeNull();
  });
});
