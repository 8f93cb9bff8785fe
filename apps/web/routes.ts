import type { Routes } from '@angular/router';

/** The pages most people come for first; the addresses of all others load with the first of them. */
export const routes: Routes = [
  { path: '', loadComponent: () => import('./pages/home/home-page').then((file) => file.HomePage) },
  {
    path: 'kernen/:kern',
    loadComponent: () => import('./pages/village/village-page').then((file) => file.VillagePage),
  },
  {
    path: 'kernen/:kern/agenda',
    loadChildren: () => import('./pages/agenda/routes').then((file) => file.agendaRoutes),
  },
  { path: 'inloggen', loadComponent: () => import('./pages/sign-in/sign-in-page').then((file) => file.SignInPage) },
  {
    path: 'voorstel/nieuw',
    loadComponent: () => import('./pages/new-proposal/new-proposal-page').then((file) => file.NewProposalPage),
  },
  { path: 'voorstellen/:id', loadComponent: () => import('./pages/point/point-page').then((file) => file.PointPage) },
  { path: '', loadChildren: () => import('./pages/routes').then((file) => file.otherRoutes) },
];
