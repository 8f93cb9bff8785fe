import type { Routes } from '@angular/router';

export const otherRoutes: Routes = [
  { path: 'zoeken', loadComponent: () => import('./search/search-page').then((file) => file.SearchPage) },
  {
    path: 'voorstellen/:id/versies',
    loadComponent: () => import('./versions/versions-page').then((file) => file.VersionsPage),
  },
  { path: 'mijn', loadComponent: () => import('./mine/my-page').then((file) => file.MyPage) },
  {
    path: 'berichten',
    loadComponent: () => import('./messages/messages-page').then((file) => file.MessagesPage),
  },
  {
    path: 'mijn/meldingen',
    loadComponent: () => import('./notifications/notifications-page').then((file) => file.NotificationsPage),
  },
  {
    path: 'mijn/volgen',
    loadComponent: () => import('./notifications/follows-page').then((file) => file.FollowsPage),
  },
  {
    path: 'meldingen/stop',
    loadComponent: () => import('./stop-mail/stop-mail-page').then((file) => file.StopMailPage),
  },
  {
    path: 'werkplek/bewonerscodes',
    loadComponent: () => import('./residency/codes-page').then((file) => file.CodesPage),
  },
  { path: 'bewoner', loadComponent: () => import('./residency/prove-page').then((file) => file.ProvePage) },
  { path: 'werkplek', loadComponent: () => import('./desk/desk-page').then((file) => file.DeskPage) },
  {
    path: 'signalen',
    loadComponent: () => import('./signals/signals-page').then((file) => file.SignalsPage),
  },
  {
    path: 'signalen/antwoord',
    loadComponent: () => import('./signals/answer-page').then((file) => file.AnswerPage),
  },
  {
    path: 'signalen/vraag/:id',
    loadComponent: () => import('./signals/ask-page').then((file) => file.AskPage),
  },
  {
    path: 'samenwerkingen/:samenwerking/statusbrieven',
    loadChildren: () => import('./news/letter-routes').then((file) => file.letterRoutes),
  },
  {
    path: 'samenwerkingen',
    loadChildren: () => import('./collaborations/routes').then((file) => file.collaborationRoutes),
  },
  {
    path: 'kernen/:kern/budget',
    loadComponent: () => import('./budgets/budget-page').then((file) => file.BudgetPage),
  },
  {
    path: 'kernen/:kern/bijeenkomsten',
    loadChildren: () => import('./news/event-routes').then((file) => file.eventRoutes),
  },
  {
    path: 'kernen/:kern/nieuws',
    loadComponent: () => import('./news/news-page').then((file) => file.NewsPage),
  },
  {
    path: 'kernen/:kern/statusbrieven',
    loadChildren: () => import('./news/letter-routes').then((file) => file.letterRoutes),
  },
  {
    path: 'aanvragen',
    loadComponent: () => import('./budgets/applications-page').then((file) => file.ApplicationsPage),
  },
  {
    path: 'aanvragen/:id',
    loadComponent: () => import('./budgets/application-page').then((file) => file.ApplicationPage),
  },
  {
    path: 'toezeggingen',
    loadComponent: () => import('./promises/promises-page').then((file) => file.PromisesPage),
  },
  { path: 'verhalen', loadComponent: () => import('./news/stories-page').then((file) => file.StoriesPage) },
  { path: 'bord', loadComponent: () => import('./board/board-page').then((file) => file.BoardPage) },
  {
    path: 'bord/bezoek/:kern',
    loadComponent: () => import('./board/visit-page').then((file) => file.VisitPage),
  },
  {
    path: 'klopt-nog',
    loadComponent: () => import('./promises/refresh-page').then((file) => file.RefreshPage),
  },
  { path: 'opschrijven', loadComponent: () => import('./intake/enter-page').then((file) => file.EnterPage) },
  { path: 'ophaalrondes', loadChildren: () => import('./rounds/routes').then((file) => file.roundRoutes) },
  { path: 'avond', loadChildren: () => import('./evenings/routes').then((file) => file.eveningRoutes) },
  { path: 'mijn-wens', loadComponent: () => import('./intake/claim-page').then((file) => file.ClaimPage) },
  { path: 'beheer', loadChildren: () => import('./admin/routes').then((file) => file.adminRoutes) },
  {
    path: 'demo/post',
    loadComponent: () => import('./demo-mail/demo-mail-page').then((file) => file.DemoMailPage),
  },
  { path: 'uitleg', loadComponent: () => import('./about/how-page').then((file) => file.HowPage) },
  {
    path: 'toegankelijkheid',
    loadComponent: () => import('./about/accessibility-page').then((file) => file.AccessibilityPage),
  },
  { path: '**', loadComponent: () => import('./not-found/not-found-page').then((file) => file.NotFoundPage) },
];
