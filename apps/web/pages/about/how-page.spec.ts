import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { HowPage } from './how-page';

it('the page of how it works leads to the stories of what got done', async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(HowPage);
  await fixture.whenStable();
  const link = (fixture.nativeElement as HTMLElement).querySelector('a[href="/verhalen"]');
  expect(link?.textContent).toBe('Lees hoe het elders ging');
});
