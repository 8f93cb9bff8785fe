import type { Routes } from '@angular/router';

export const eveningRoutes: Routes = [
  { path: '', loadComponent: () => import('./evenings-page').then((file) => file.EveningsPage) },
  { path: ':id', loadComponent: () => import('./evening-page').then((file) => file.EveningPage) },
  { path: ':id/scherm', loadComponent: () => import('./screen-page').then((file) => file.ScreenPage) },
];
