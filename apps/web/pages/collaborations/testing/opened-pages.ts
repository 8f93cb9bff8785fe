import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { CollaborationView } from '@kernagenda/collaborations/domain';
import type { PurchaseView } from '@kernagenda/procurement/domain';
import { API_TRANSPORT, Clock, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { CollaborationPage } from '../collaboration-page';
import { CollaborationsPage } from '../collaborations-page';
import { OverviewPart } from '../overview-part';
import { PurchasePart } from '../purchase-part';
import { WorkPart } from '../work-part';
import { collaboration, village } from './views';

const missing = { code: 'not_found', status: 404 };
const buying = { kind: 'purchase', at: '2026-02-01T09:00:00Z', party: null, title: null, text: null } as const;
const withPurchase = (view: CollaborationView): CollaborationView => ({
  ...view,
  history: [...view.history, { ...buying, id: 'h3', to: 'gathering' }],
});
const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

interface Sent {
  readonly call: string;
  readonly version: string;
  readonly body: unknown;
}

/** The pages of collaborations in a browser, beside the API as they see it; a real one would need a database. */
export class OpenedPages {
  shown: CollaborationView | null = collaboration();
  bought: PurchaseView | null = null;
  refuses: { readonly status: number; readonly code: string; readonly detail?: string } | null = null;
  readonly sent: Sent[] = [];
  private harness: RouterTestingHarness | null = null;

  constructor() {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'samenwerkingen', component: CollaborationsPage },
            {
              path: 'samenwerkingen/:id',
              component: CollaborationPage,
              children: [
                { path: '', pathMatch: 'full', component: OverviewPart },
                { path: 'werk', component: WorkPart },
                { path: 'inkoop', component: PurchasePart },
              ],
            },
          ],
          withComponentInputBinding(),
        ),
        { provide: API_TRANSPORT, useValue: (path: string, init: RequestInit) => this.answer(path, init) },
        { provide: Clock, useValue: { now: () => new Date('2026-03-09T07:52:00Z') } },
        { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
      ],
    });
  }

  close(): void {
    (this.harness?.fixture.nativeElement as HTMLElement | undefined)?.remove();
  }

  async open(url = '/samenwerkingen/c1'): Promise<void> {
    this.harness = await RouterTestingHarness.create(url);
    document.body.append(this.harness.fixture.nativeElement as HTMLElement);
    await this.settle();
  }

  get element(): HTMLElement {
    return this.harness?.routeNativeElement ?? document.createElement('main');
  }

  text(selector: string): string {
    return flat(this.element.querySelector(selector)?.textContent);
  }

  all(selector: string): string[] {
    return [...this.element.querySelectorAll(selector)].map(({ textContent }) => flat(textContent));
  }

  button(words: string): HTMLButtonElement | undefined {
    return [...this.element.querySelectorAll('button')].find(({ textContent }) => flat(textContent).startsWith(words));
  }

  async click(words: string): Promise<void> {
    this.button(words)?.click();
    await this.settle();
  }

  async fill(label: string, value: string): Promise<void> {
    const labels = [...this.element.querySelectorAll('label')];
    const id = labels.find((one) => flat(one.textContent) === label)?.htmlFor ?? '';
    const control = document.getElementById(id) as HTMLInputElement;
    control.value = value;
    control.dispatchEvent(new Event('input'));
    control.dispatchEvent(new Event('change'));
    await this.settle();
  }

  async submit(): Promise<void> {
    this.element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await this.settle();
  }

  // A page that loads several things one after the other needs as many rounds.
  private async settle(): Promise<void> {
    for (let round = 0; round < 8; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await this.harness?.fixture.whenStable();
    }
  }

  private async answer(path: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(path.replace('/api/v1', ''), 'http://api');
    if (init.method !== 'GET') {
      const version = (init.headers as Record<string, string | undefined>)['if-match'] ?? '';
      const body: unknown = JSON.parse((init.body as string | undefined) ?? 'null');
      this.sent.push({ call: `${init.method} ${pathname}`, version, body });
      if (this.refuses) return json(this.refuses, this.refuses.status);
      return json(pathname.startsWith('/purchases') ? this.bought : this.shown);
    }
    if (pathname === '/me') return json({ demo: false, person: null });
    if (pathname === '/villages/map') return json(missing, 404);
    if (pathname === '/villages') return json({ items: [village('Deil'), village('Varik')], nextCursor: null });
    if (pathname === '/purchases') return json({ items: this.bought ? [this.bought] : [], nextCursor: null });
    if (pathname === '/purchases/p1') return json(this.bought);
    if (pathname === '/collaborations') {
      const items = this.shown && searchParams.get('village') !== 'varik' ? [this.shown] : [];
      return json({ items, nextCursor: null });
    }
    if (!this.shown) return json(missing, 404);
    return json(this.bought ? withPurchase(this.shown) : this.shown);
  }
}
