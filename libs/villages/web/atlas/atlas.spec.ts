import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import type { MapView, VillageSummary } from '@kernagenda/villages/domain';
import { findVillages } from '@kernagenda/villages/domain/find';
import { VillageIndex } from './village-index';
import { VillageMap } from './village-map';
import { VillageSearch } from './village-search';

const village = (name: string, ...postcodes: string[]): VillageSummary => ({
  id: `id-${name}`,
  slug: name.toLowerCase(),
  name,
  population: 2113,
  populationYear: 2017,
  postcodes,
  areaId: 'area',
});

const villages = [
  village('Tricht', '4196'),
  village('Tuil', '4176'),
  village('Varik', '4064'),
  village('Heesselt', '4063', '4064'),
];

const map: MapView = {
  width: 1000,
  height: 500,
  shapes: villages.map(({ slug, name }, index) => ({
    slug,
    name,
    path: 'M0 0L10 0L10 10Z',
    dot: [100 + index * 200, 200] as const,
    label: { x: 100 + index * 200, y: 186, anchor: 'middle' as const },
  })),
  waters: [{ name: 'Waal', kind: 'river', path: 'M0 400L1000 400', label: [600, 450] }],
};

describe('findVillages', () => {
  it.each([
    ['tricht', ['Tricht']],
    ['  TRICHT ', ['Tricht']],
    ['4196', ['Tricht']],
    ['4196 ab', ['Tricht']],
    ['4064', ['Varik', 'Heesselt']],
    ['t', ['Tricht', 'Tuil']],
    ['9999', []],
    ['Utrecht', []],
    ['', []],
  ])('understands "%s"', (query, names) => {
    expect(findVillages(villages, query).map(({ name }) => name)).toEqual(names);
  });
});

describe('VillageSearch', () => {
  function search(query: string) {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const went: unknown[] = [];
    TestBed.inject(Router).navigate = (path) => {
      went.push(path);
      return Promise.resolve(true);
    };
    const fixture = TestBed.createComponent(VillageSearch);
    fixture.componentRef.setInput('villages', villages);
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    const input = element.querySelector('input') as HTMLInputElement;
    input.value = query;
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    fixture.detectChanges();
    return { element, went };
  }

  it('goes to the only village that can be meant', () => {
    expect(search('4196').went).toEqual([['/kernen', 'tricht']]);
  });

  it('lets one choose where a postcode has more villages', () => {
    const { element, went } = search('4064');
    expect(went).toEqual([]);
    const links = [...element.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/kernen/varik', '/kernen/heesselt']);
  });

  it('says what to do when it knows no such village', () => {
    const { element } = search('Utrecht');
    expect(element.querySelector('.ka-error')?.textContent).toContain('Wij kennen geen dorp ‘Utrecht’');
  });
});

describe('VillageMap', () => {
  function drawn(topic: { label: string; slugs: string[] } | null) {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(VillageMap);
    fixture.componentRef.setInput('map', map);
    fixture.componentRef.setInput('topic', topic);
    fixture.componentRef.setInput('tones', new Map([['tricht', 'done']]));
    fixture.componentRef.setInput('descriptions', new Map([['tricht', 'Tricht: 16 punten, 11 gedaan']]));
    fixture.detectChanges();
    return { fixture, element: fixture.nativeElement as HTMLElement };
  }

  it('makes every village a link with its name and numbers', () => {
    const { element } = drawn(null);
    const links = [...element.querySelectorAll('.ka-map--wide a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(villages.map(({ slug }) => `/kernen/${slug}`));
    expect(links[0]?.getAttribute('aria-label')).toBe('Tricht: 16 punten, 11 gedaan');
    expect(links[0]?.getAttribute('class')).toContain('ka-map__village--done');
  });

  it('connects the villages of a topic by one line less than there are villages', () => {
    const { element } = drawn({ label: 'Klompenpad', slugs: ['tricht', 'tuil', 'varik'] });
    const arcs = element.querySelector('.ka-map--wide .ka-map__arcs')?.getAttribute('d') ?? '';
    expect(arcs.match(/M/g)).toHaveLength(2);
    expect(element.querySelectorAll('.ka-map--wide .ka-map__topic use')).toHaveLength(3);
    expect([...element.querySelectorAll('.ka-map__labels--edge text')].map((name) => name.textContent).sort()).toEqual([
      'Tricht',
      'Tuil',
      'Varik',
    ]);
  });

  it('rings the village that is pointed at in the list, and tells the list what is pointed at here', () => {
    const { fixture, element } = drawn(null);
    const pointed: (string | null)[] = [];
    fixture.componentInstance.pointed.subscribe((slug) => pointed.push(slug));
    fixture.componentRef.setInput('lit', 'tuil');
    fixture.detectChanges();
    expect(element.querySelector('.ka-map__ring')?.getAttribute('href')).toBe('#shape-tuil');
    element.querySelector('.ka-map--wide a')?.dispatchEvent(new Event('focus'));
    expect(pointed).toEqual(['tricht']);
  });

  it('draws the small map for the eye alone, because the list says the same', () => {
    expect(drawn(null).element.querySelector('.ka-map--narrow')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('VillageIndex', () => {
  it('lists every village with the points that are known', () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(VillageIndex);
    fixture.componentRef.setInput('villages', villages);
    fixture.componentRef.setInput('points', new Map([['id-Tricht', 16]]));
    fixture.detectChanges();
    const rows = [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')];
    expect(rows).toHaveLength(4);
    expect(rows[0]?.textContent.replace(/\s+/g, ' ').trim()).toBe('Tricht 16 punten');
    expect(rows[1]?.textContent.trim()).toBe('Tuil');
  });
});
