import type { Routes } from '@angular/router';

export const collaborationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./collaborations-page').then((file) => file.CollaborationsPage),
  },
  {
    path: ':id',
    loadComponent: () => import('./collaboration-page').then((file) => file.CollaborationPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./overview-part').then((file) => file.OverviewPart),
      },
      { path: 'inkoop', loadComponent: () => import('./purchase-part').then((file) => file.PurchasePart) },
      { path: 'werk', loadComponent: () => import('./work-part').then((file) => file.WorkPart) },
      { path: 'gesprek', loadComponent: () => import('./talk-part').then((file) => file.TalkPart) },
    ],
  },
];
