import { TestBed } from '@angular/core/testing';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { PhotoList } from './photo-list';

const photo = (change: Partial<PhotoView>): PhotoView => ({
  id: 'p1',
  description: 'De steiger',
  isUndescribed: false,
  width: 1600,
  height: 1200,
  ...change,
});

function show(...photos: PhotoView[]): HTMLElement {
  const fixture = TestBed.createComponent(PhotoList);
  fixture.componentRef.setInput('photos', photos);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('the photos of a proposal', () => {
  it('are small and light, with their words, and in full behind a link', () => {
    const img = show(photo({})).querySelector('img');
    expect(img?.getAttribute('srcset')).toBe('/api/v1/photos/p1/480 480w, /api/v1/photos/p1/1600 1600w');
    expect(img?.getAttribute('alt')).toBe('De steiger');
    expect([img?.getAttribute('width'), img?.getAttribute('height')]).toEqual(['1600', '1200']);
    expect(img?.getAttribute('loading')).toBe('lazy');
    expect(img?.closest('a')?.getAttribute('href')).toBe('/api/v1/photos/p1/1600');
  });

  it('may be those of something else, found elsewhere', () => {
    const fixture = TestBed.createComponent(PhotoList);
    fixture.componentRef.setInput('photos', [photo({})]);
    fixture.componentRef.setInput('path', '/api/v1/message-photos');
    fixture.detectChanges();
    const [link] = (fixture.nativeElement as HTMLElement).querySelectorAll('a');
    expect(link?.getAttribute('href')).toBe('/api/v1/message-photos/p1/1600');
  });

  it('tell the browser how wide an upright or a small one is', () => {
    const [upright, small] = show(
      photo({ width: 1200, height: 1600 }),
      photo({ id: 'p2', width: 300, height: 200 }),
    ).querySelectorAll('img');
    expect(upright?.getAttribute('srcset')).toContain('/480 360w, /api/v1/photos/p1/1600 1200w');
    expect(small?.getAttribute('srcset')).toContain('/480 300w, /api/v1/photos/p2/1600 300w');
  });

  it('are named by their place where their author gave no words', () => {
    const view = show(photo({}), photo({ id: 'p2', description: '', isUndescribed: true }));
    expect(view.querySelectorAll('img')[1]?.getAttribute('alt')).toBe('Foto 2, zonder beschrijving');
  });
});
