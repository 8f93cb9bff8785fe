import type { Routes } from '@angular/router';

export const roundRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./rounds-page').then((file) => file.RoundsPage) },
  { path: ':id', loadComponent: () => import('./round-page').then((file) => file.RoundPage) },
  { path: ':id/poster', loadComponent: () => import('./round-poster-page').then((file) => file.RoundPosterPage) },
  { path: ':id/kaarten', loadComponent: () => import('./round-cards-page').then((file) => file.RoundCardsPage) },
];
