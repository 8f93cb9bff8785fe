import type { Routes } from '@angular/router';

export const letterRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./letters-page').then((file) => file.LettersPage) },
  { path: ':id', loadComponent: () => import('./letter-page').then((file) => file.LetterPage) },
  { path: ':id/papier', loadComponent: () => import('./letter-paper-page').then((file) => file.LetterPaperPage) },
];
