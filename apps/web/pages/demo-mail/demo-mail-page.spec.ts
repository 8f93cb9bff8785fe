import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { DemoMailPage } from './demo-mail-page';

describe('the mail of the demo', () => {
  it('reads as it was written, and its links lead on', async () => {
    const link = 'https://kernagenda.example/meldingen/stop?bewijs=all.p1.20000.sign';
    const mail = { id: 'm', to: 'bewoner@example.org', subject: 'Uw voorstel staat op de site' };
    const items = [
      { ...mail, sentAt: '2026-03-09T08:00:00Z', text: `Beste bewoner,\n\nGeen mail meer? ${link}\n\nTot ziens` },
    ];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: API_TRANSPORT, useValue: () => Promise.resolve(json({ items, nextCursor: null })) },
      ],
    });
    const fixture = TestBed.createComponent(DemoMailPage);
    for (let round = 0; round < 4; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('.ka-mail a')?.getAttribute('href')).toBe(link);
    expect(page.querySelector('.ka-prewrap')?.textContent).toBe(
      'Beste bewoner,\n\nGeen mail meer? kernagenda.example/meldingen/stop\n\nTot ziens',
    );
  });
});
