import type { Routes } from '@angular/router';
import { AdminLayout } from './admin-layout';

export const adminRoutes: Routes = [
  {
    path: '',
    component: AdminLayout,
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./overview-page').then((file) => file.OverviewPage),
      },
      {
        path: 'mensen',
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./people/people-page').then((file) => file.PeoplePage),
          },
          { path: 'nieuw', loadComponent: () => import('./people/invite-page').then((file) => file.InvitePage) },
          { path: ':id', loadComponent: () => import('./people/person-page').then((file) => file.PersonPage) },
        ],
      },
      { path: 'gebieden', loadComponent: () => import('./areas/areas-page').then((file) => file.AreasPage) },
      { path: 'teams', loadComponent: () => import('./teams/teams-page').then((file) => file.TeamsPage) },
      { path: 'groepen', loadComponent: () => import('./groups/groups-page').then((file) => file.GroupsPage) },
      { path: 'mandaten', loadComponent: () => import('./mandates/mandates-page').then((file) => file.MandatesPage) },
      {
        path: 'drempels',
        loadComponent: () => import('./thresholds/thresholds-page').then((file) => file.ThresholdsPage),
      },
      {
        path: 'dorpsbudget',
        loadComponent: () => import('./budget-rules/budget-rules-page').then((file) => file.BudgetRulesPage),
      },
      {
        path: 'gemeente',
        loadComponent: () => import('./municipality/municipality-page').then((file) => file.MunicipalityPage),
      },
      {
        path: 'import',
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./import/import-page').then((file) => file.ImportPage),
          },
          { path: ':id', loadComponent: () => import('./import/batch-page').then((file) => file.BatchPage) },
        ],
      },
      { path: 'teksten', loadComponent: () => import('./texts/texts-page').then((file) => file.TextsPage) },
      {
        path: 'begrippen',
        children: [
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./concepts/concepts-page').then((file) => file.ConceptsPage),
          },
          { path: 'nieuw', loadComponent: () => import('./concepts/concept-page').then((file) => file.ConceptPage) },
          { path: ':id', loadComponent: () => import('./concepts/concept-page').then((file) => file.ConceptPage) },
        ],
      },
      {
        path: '**',
        loadComponent: () => import('../not-found/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
