import type { Routes } from '@angular/router';

export const agendaRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./agenda-page').then((file) => file.AgendaPage) },
  { path: 'folder', loadComponent: () => import('./folder-page').then((file) => file.FolderPage) },
  { path: 'poster', loadComponent: () => import('./poster-page').then((file) => file.PosterPage) },
  { path: 'verschil', loadComponent: () => import('./compare-page').then((file) => file.ComparePage) },
];
