import { TestBed } from '@angular/core/testing';
import { Badge } from './badge';
import { Bloem } from './bloem';
import { Icon } from './icon';
import { Component } from '@angular/core';

describe('Badge', () => {
  it('says its state in a word beside a sign that screen readers skip', () => {
    const fixture = TestBed.createComponent(Badge);
    fixture.componentRef.setInput('sign', 'in_progress');
    fixture.componentRef.setInput('word', 'In uitvoering');
    fixture.detectChanges();
    const badge: HTMLElement = fixture.nativeElement;
    expect(badge.textContent.trim()).toBe('In uitvoering');
    expect(badge.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(badge.querySelector('use')?.getAttribute('href')).toBe('/signs.svg#sign-in_progress');
    expect(badge.className).toBe('ka-badge ka-badge--in_progress');
  });

  it('stands on a surface where it stands by itself', () => {
    const fixture = TestBed.createComponent(Badge);
    fixture.componentRef.setInput('sign', 'submitted');
    fixture.componentRef.setInput('word', 'Ingestuurd');
    fixture.componentRef.setInput('block', true);
    fixture.detectChanges();
    expect((fixture.nativeElement as HTMLElement).className).toContain('ka-badge--block');
  });
});

@Component({ imports: [Bloem, Icon], template: `<svg kaIcon="road"></svg><svg kaBloem></svg>` })
class Pictures {}

describe('pictures', () => {
  it('are skipped by screen readers and by the keyboard', () => {
    const fixture = TestBed.createComponent(Pictures);
    fixture.detectChanges();
    const drawings = [...(fixture.nativeElement as HTMLElement).querySelectorAll('svg')];
    expect(drawings).toHaveLength(2);
    for (const drawing of drawings) {
      expect(drawing.getAttribute('aria-hidden')).toBe('true');
      expect(drawing.getAttribute('focusable')).toBe('false');
    }
  });
});
