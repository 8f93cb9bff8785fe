import type { Routes } from '@angular/router';

export const eventRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./events-page').then((file) => file.EventsPage) },
  { path: ':id', loadComponent: () => import('./event-page').then((file) => file.EventPage) },
];
