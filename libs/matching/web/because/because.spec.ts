import { TestBed } from '@angular/core/testing';
import type { ReasonView } from '@kernagenda/matching/domain';
import { Component, signal } from '@angular/core';
import { Because } from './index';

@Component({ imports: [Because], template: '<p [kaBecause]="reasons()" [points]="points()"></p>' })
class Match {
  readonly reasons = signal<readonly ReasonView[]>([]);
  readonly points = signal(2);
}

describe('why points resemble each other', () => {
  function said(reasons: readonly ReasonView[], points = 2): { readonly text: string; readonly terms: string[] } {
    const fixture = TestBed.createComponent(Match);
    fixture.componentInstance.reasons.set(reasons);
    fixture.componentInstance.points.set(points);
    fixture.detectChanges();
    const page = fixture.nativeElement as HTMLElement;
    return { text: page.textContent, terms: [...page.querySelectorAll('b')].map(({ textContent }) => textContent) };
  }
  const toilet = { term: 'toilet', words: ['toilet', 'toiletten'] };

  it('is one sentence with its terms in bold and the words of the texts behind them', () => {
    const play = { term: 'speeltoestellen', words: ['schommel', 'glijbaan', 'Speeltoestel'] };
    expect(said([play, toilet])).toEqual({
      text: 'Beide gaan over speeltoestellen (schommel, glijbaan) en toilet.',
      terms: ['speeltoestellen', 'toilet'],
    });
  });

  it('says "alle" of three points or more', () => {
    expect(said([toilet], 3).text).toBe('Alle gaan over toilet.');
    const [grass, fence] = [
      { term: 'gras', words: [] },
      { term: 'hek', words: [] },
    ];
    expect(said([toilet, grass, fence], 9).text).toBe('Alle gaan over toilet, gras en hek.');
  });

  it('is silent without a reason', () => {
    expect(said([]).text).toBe('');
  });
});
