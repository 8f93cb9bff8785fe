import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { ReasonsInput } from '@kernagenda/moderation/domain';
import { API_TRANSPORT, type ApiTransport } from '@kernagenda/shared/web';
import { ReasonsDrafts } from './reasons-drafts';
import { ReasonsForm } from './reasons-form';

const blocks = [
  { name: 'Zonder namen', rule: 'personal_data', decision: null, text: 'Haal namen weg.' },
  { name: 'Welke plek', rule: 'unclear', decision: null, text: 'Schrijf erbij om welke plek het gaat.' },
  { name: 'Vraag het rond', rule: 'unclear', decision: 'request_changes', text: 'Vraag het eerst uw buren.' },
];

describe('the form for reasons', () => {
  let fixture: ComponentFixture<ReasonsForm>;
  let sent: ReasonsInput[];

  beforeEach(async () => {
    sessionStorage.clear();
    sent = [];
    serveBlocks();
    await open();
  });

  function serveBlocks(): void {
    const answer = {
      ok: true,
      status: 200,
      headers: new Headers({ 'content-type': 'application/json' }),
      json: () =>
        Promise.resolve({ items: blocks.map((block, id) => ({ ...block, id: String(id) })), nextCursor: null }),
    } as Response;
    const transport: ApiTransport = () => Promise.resolve(answer);
    TestBed.configureTestingModule({ providers: [{ provide: API_TRANSPORT, useValue: transport }] });
  }

  async function open(proposalId = 'bankje'): Promise<void> {
    fixture = TestBed.createComponent(ReasonsForm);
    fixture.componentRef.setInput('proposalId', proposalId);
    fixture.componentRef.setInput('decision', 'refuse');
    fixture.componentRef.setInput('sentences', ['Een bankje.', 'Bel Jan op 06.']);
    fixture.componentInstance.sent.subscribe((reasons) => sent.push(reasons));
    await fixture.whenStable();
  }

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const control = (id: string) => page().querySelector<HTMLTextAreaElement>(`#reason-${id}`);
  const click = async (text: string): Promise<void> => {
    const button = [...page().querySelectorAll('button')].find(({ textContent }) => textContent.includes(text));
    button?.click();
    await fixture.whenStable();
  };
  const choose = async (rule: string): Promise<void> => {
    const select = page().querySelector<HTMLSelectElement>('#reason-rule');
    if (select) select.value = rule;
    select?.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  const type = async (id: string, text: string): Promise<void> => {
    const field = control(id);
    if (field) field.value = text;
    field?.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };

  it('asks for the sentence, the rule and what would be accepted, and puts the focus on what is missing', async () => {
    await click('Weiger met uitleg');
    expect(sent).toEqual([]);
    expect([...page().querySelectorAll('.ka-errors a')].map(({ textContent }) => textContent.trim())).toEqual([
      'Schrijf om welke zin het gaat.',
      'Kies de regel waar het om gaat.',
      'Schrijf wat er wel kan, in ten minste 10 tekens.',
    ]);
    expect(document.activeElement?.classList).toContain('ka-errors');
    expect(control('sentence')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('sends a picked sentence, a rule and a text block that was changed', async () => {
    await click('Bel Jan op 06.');
    await choose('personal_data');
    await click('Tekstblok: Zonder namen');
    await type('accepted', `${control('accepted')?.value} Dank u wel.`);
    await click('Weiger met uitleg');
    expect(sent).toEqual([
      {
        sentence: 'Bel Jan op 06.',
        rule: 'personal_data',
        wouldBeAccepted: expect.stringMatching(/^Haal namen.* Dank u wel\.$/),
      },
    ]);
  });

  it('puts a text block after what was typed', async () => {
    await choose('unclear');
    await type('accepted', 'Beste bewoner,');
    await click('Tekstblok: Welke plek');
    expect(control('accepted')?.value).toMatch(/^Beste bewoner,\n\nSchrijf erbij/);
  });

  it('offers the text blocks of the rule that are meant for this decision or for each', async () => {
    const names = () => [...page().querySelectorAll('.ka-blocks button')].map(({ textContent }) => textContent.trim());
    await choose('unclear');
    expect(names()).toEqual(['Tekstblok: Welke plek']);
    fixture.componentRef.setInput('decision', 'request_changes');
    await fixture.whenStable();
    expect(names()).toEqual(['Tekstblok: Welke plek', 'Tekstblok: Vraag het rond']);
  });

  it('keeps what was typed through a reload, for this submission alone', async () => {
    await type('sentence', 'Een bankje.');
    TestBed.resetTestingModule();
    serveBlocks();
    TestBed.inject(ReasonsDrafts).restore();
    await open();
    expect(control('sentence')?.value).toBe('Een bankje.');
    await open('zebrapad');
    expect(control('sentence')?.value).toBe('');
  });

  it('says why sending failed and keeps the words', async () => {
    await type('sentence', 'Een bankje.');
    fixture.componentRef.setInput('failure', 'Er is geen verbinding.');
    await fixture.whenStable();
    expect(page().querySelector('[role=alert]')?.textContent).toContain('Er is geen verbinding.');
    expect(control('sentence')?.value).toBe('Een bankje.');
  });
});
