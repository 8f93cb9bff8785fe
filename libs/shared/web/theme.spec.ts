import { REQUEST } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Theme } from './theme';

const withCookie = (cookie: string): Theme => {
  TestBed.configureTestingModule({
    providers: [{ provide: REQUEST, useValue: { headers: new Headers({ cookie }) } }],
  });
  return TestBed.inject(Theme);
};

describe('Theme', () => {
  afterEach(() => document.documentElement.removeAttribute('data-theme'));

  it('draws the remembered theme at once', () => {
    expect(withCookie('a=b; ka_theme=dark').chosen()).toBe('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('leaves the choice to the system for somebody who never chose, or whose cookie is nonsense', () => {
    expect(withCookie('ka_theme=purple').chosen()).toBeNull();
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  });

  it('remembers a choice in a cookie, where the server can read it', () => {
    withCookie('').choose('contrast');
    expect(document.documentElement.dataset['theme']).toBe('contrast');
    expect(document.cookie).toContain('ka_theme=contrast');
  });
});
