import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StopView } from '@kernagenda/notifications/domain';
import { Api, ApiError } from '@kernagenda/shared/web';
import { StopMailPage } from './stop-mail-page';

const token = 'village.d1.p1.20000.sign';

async function open(answer: () => Promise<StopView>): Promise<{ page: HTMLElement; calls: unknown[][] }> {
  const calls: unknown[][] = [];
  const post = (...call: unknown[]): Promise<StopView> => {
    calls.push(call);
    return answer();
  };
  TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: { post } }] });
  const fixture = TestBed.createComponent(StopMailPage);
  fixture.componentRef.setInput('bewijs', token);
  await fixture.whenStable();
  return { page: fixture.nativeElement as HTMLElement, calls };
}

async function click(page: HTMLElement): Promise<void> {
  page.querySelector('button')?.click();
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
  TestBed.tick();
}

describe('the page of a stop link', () => {
  it('changes nothing when it is opened, stops with one button, and starts again', async () => {
    const { page, calls } = await open(() => Promise.resolve({ what: 'village' }));
    expect(page.textContent).toContain('Wilt u geen berichten meer over dit dorp?');
    expect(calls).toEqual([]);
    await click(page);
    expect(page.textContent).toContain('U krijgt geen berichten meer over dit dorp.');
    await click(page);
    expect(page.textContent).toContain('Het staat weer aan.');
    expect(calls).toEqual([
      ['/mail-stops', { token }],
      ['/mail-stops/undo', { token }],
    ]);
  });

  it('says what to do when the link does not work any more', async () => {
    const { page } = await open(() => Promise.reject(new ApiError(400, null)));
    await click(page);
    expect(page.textContent).toContain('Deze link werkt niet meer.');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/mijn/volgen');
  });

  it.each([undefined, '', 'village'])('asks nothing for a link that was cut off: %s', async (cut) => {
    TestBed.configureTestingModule({ providers: [provideRouter([]), { provide: Api, useValue: {} }] });
    const fixture = TestBed.createComponent(StopMailPage);
    fixture.componentRef.setInput('bewijs', cut);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toContain('Deze link werkt niet meer.');
    expect(page.querySelector('button')).toBeNull();
  });

  it('says that it did not work while the server cannot be reached, and tries again', async () => {
    const { page, calls } = await open(() => Promise.reject(new ApiError(0, null)));
    await click(page);
    expect(page.textContent).toContain('Dit lukte niet.');
    await click(page);
    expect(calls).toHaveLength(2);
  });
});
