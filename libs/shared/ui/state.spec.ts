import { TestBed } from '@angular/core/testing';
import { Stand } from './stand';
import { SumBar } from './sum-bar';
import { Twig } from './twig/twig';

const steps = ['Wens', 'Verkend', 'Op de agenda', 'Gepland', 'In uitvoering', 'Gedaan'];

function twig(current: number, mini: boolean): HTMLElement {
  const fixture = TestBed.createComponent(Twig);
  fixture.componentRef.setInput('steps', steps);
  fixture.componentRef.setInput('current', current);
  fixture.componentRef.setInput('mini', mini);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('Twig', () => {
  it('names every step and says which one is now', () => {
    const element = twig(2, false);
    expect([...element.querySelectorAll('li')].map((step) => step.textContent.trim())).toEqual(steps);
    expect(element.querySelector('[aria-current="step"]')?.textContent.trim()).toBe('Op de agenda');
    expect(element.querySelectorAll('.is-past')).toHaveLength(2);
  });

  it('ends in an apple', () => {
    const element = twig(5, false);
    expect(element.querySelector('[aria-current="step"]')?.className).toBe('is-past is-end');
  });

  it('says in words what the small one draws', () => {
    const element = twig(4, true);
    expect(element.querySelector('.ka-sr')?.textContent).toBe('Stap 5 van 6: In uitvoering.');
    expect(element.querySelector('.ka-twig--mini')?.getAttribute('aria-hidden')).toBe('true');
  });
});

function stand(who: string, waits: boolean): HTMLElement {
  const fixture = TestBed.createComponent(Stand);
  fixture.componentRef.setInput('who', who);
  fixture.componentRef.setInput('age', 'Laatste bericht: 3 weken oud');
  fixture.componentRef.setInput('waits', waits);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('Stand', () => {
  it('says who has to act before how old this is', () => {
    const words = stand('team Wonen', false).textContent.replace(/\s+/g, ' ').trim();
    expect(words).toBe('Aan zet: team Wonen Laatste bericht: 3 weken oud');
  });

  it('is clay only where somebody waits', () => {
    expect(stand('team Wonen', false).querySelector('.ka-wait')).toBeNull();
    expect(stand('team Wonen', true).querySelector('.ka-wait')?.textContent).toContain('team Wonen');
  });

  it('names nobody where nobody has to act', () => {
    expect(stand('', false).textContent.trim()).toBe('Laatste bericht: 3 weken oud');
  });
});

describe('SumBar', () => {
  it('fills its width and leaves out what is not there', () => {
    const fixture = TestBed.createComponent(SumBar);
    fixture.componentRef.setInput('parts', [
      { tone: 'done', count: 11 },
      { tone: 'motion', count: 0 },
      { tone: 'talk', count: 5 },
    ]);
    fixture.detectChanges();
    const bars = [...(fixture.nativeElement as SVGElement).querySelectorAll('rect')];
    expect(bars.map((bar) => bar.getAttribute('class'))).toEqual(['ka-sum__done', 'ka-sum__talk']);
    const last = bars[1];
    expect(Number(last?.getAttribute('x')) + Number(last?.getAttribute('width'))).toBeCloseTo(1000, -1);
  });
});
