import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { ImportPage } from './import-page';

/** Stands in for the API, which has brought nothing yet and cannot read what comes. */
function stubApi(detail: string): void {
  const problem = { code: 'unreadable_file', status: 422, errors: [{ pointer: '/file', detail }] };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      {
        provide: API_TRANSPORT,
        useValue: async (_: string, { method }: RequestInit) =>
          method === 'POST' ? json(problem, 422) : json({ items: [], nextCursor: null }),
      },
    ],
  });
}

describe('the page for files with points', () => {
  beforeEach(() => sessionStorage.clear());

  it.each([
    ['unknown_format', 'Dit is geen spreadsheet.'],
    ['unpacks_too_large', 'Uitgepakt is dit bestand veel te groot.'],
    ['too_much_text', 'Er staat te veel tekst in dit bestand.'],
    ['took_too_long', 'Het lezen duurde te lang.'],
    ['too_many_rows', 'Dit bestand heeft meer dan 5.000 rijen.'],
  ])('says of a file that is refused as %s what to do', async (fault, words) => {
    stubApi(fault);
    const fixture = TestBed.createComponent(ImportPage);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const pasted = page.querySelector('textarea');
    if (!pasted) throw new Error('There is a field to paste in');
    pasted.value = 'Kern;Titel\nTricht;Een bankje';
    pasted.dispatchEvent(new Event('input'));
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    await fixture.whenStable();
    expect(page.querySelector('.ka-field--error')?.textContent).toContain(words);
    expect(page.querySelector('textarea')?.value).toContain('Een bankje');
  });

  it('takes a file or pasted rows, and loses neither of both', async () => {
    stubApi('broken');
    const fixture = TestBed.createComponent(ImportPage);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const [pasted, chooser] = [
      page.querySelector('textarea'),
      page.querySelector<HTMLInputElement>('input[type=file]'),
    ];
    if (!pasted || !chooser) throw new Error('There are two ways to bring rows');
    pasted.value = 'Kern;Titel';
    pasted.dispatchEvent(new Event('input'));
    Object.defineProperty(chooser, 'files', { value: [new File(['x'], 'punten.csv')] });
    chooser.dispatchEvent(new Event('change'));
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    expect(page.querySelector('.ka-field--error')?.textContent).toContain('niet allebei');
    expect(page.querySelector('textarea')?.value).toBe('Kern;Titel');
  });
});
