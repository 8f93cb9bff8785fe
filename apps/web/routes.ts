import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', loadComponent: () => import('./pages/home/home-page').then((file) => file.HomePage) },
  {
    path: 'kernen/:kern',
    loadComponent: () => import('./pages/village/village-page').then((file) => file.VillagePage),
  },
  { path: '**', loadComponent: () => import('./pages/not-found/not-found-page').then((file) => file.NotFoundPage) },
];
