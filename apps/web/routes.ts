import type { Routes } from '@angular/router';

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
  { path: 'zoeken', loadComponent: () => import('./pages/search/search-page').then((file) => file.SearchPage) },
  { path: 'inloggen', loadComponent: () => import('./pages/sign-in/sign-in-page').then((file) => file.SignInPage) },
  {
    path: 'voorstel/nieuw',
    loadComponent: () => import('./pages/new-proposal/new-proposal-page').then((file) => file.NewProposalPage),
  },
  { path: 'voorstellen/:id', loadComponent: () => import('./pages/point/point-page').then((file) => file.PointPage) },
  {
    path: 'voorstellen/:id/versies',
    loadComponent: () => import('./pages/versions/versions-page').then((file) => file.VersionsPage),
  },
  { path: 'mijn', loadComponent: () => import('./pages/mine/my-page').then((file) => file.MyPage) },
  {
    path: 'berichten',
    loadComponent: () => import('./pages/messages/messages-page').then((file) => file.MessagesPage),
  },
  {
    path: 'mijn/meldingen',
    loadComponent: () => import('./pages/notifications/notifications-page').then((file) => file.NotificationsPage),
  },
  {
    path: 'mijn/volgen',
    loadComponent: () => import('./pages/notifications/follows-page').then((file) => file.FollowsPage),
  },
  {
    path: 'meldingen/stop',
    loadComponent: () => import('./pages/stop-mail/stop-mail-page').then((file) => file.StopMailPage),
  },
  { path: 'werkplek', loadComponent: () => import('./pages/desk/desk-page').then((file) => file.DeskPage) },
  {
    path: 'signalen',
    loadComponent: () => import('./pages/signals/signals-page').then((file) => file.SignalsPage),
  },
  {
    path: 'signalen/antwoord',
    loadComponent: () => import('./pages/signals/answer-page').then((file) => file.AnswerPage),
  },
  {
    path: 'signalen/vraag/:id',
    loadComponent: () => import('./pages/signals/ask-page').then((file) => file.AskPage),
  },
  {
    path: 'samenwerkingen',
    loadChildren: () => import('./pages/collaborations/routes').then((file) => file.collaborationRoutes),
  },
  {
    path: 'toezeggingen',
    loadComponent: () => import('./pages/promises/promises-page').then((file) => file.PromisesPage),
  },
  { path: 'bord', loadComponent: () => import('./pages/board/board-page').then((file) => file.BoardPage) },
  {
    path: 'bord/bezoek/:kern',
    loadComponent: () => import('./pages/board/visit-page').then((file) => file.VisitPage),
  },
  {
    path: 'klopt-nog',
    loadComponent: () => import('./pages/promises/refresh-page').then((file) => file.RefreshPage),
  },
  { path: 'beheer', loadChildren: () => import('./pages/admin/routes').then((file) => file.adminRoutes) },
  {
    path: 'demo/post',
    loadComponent: () => import('./pages/demo-mail/demo-mail-page').then((file) => file.DemoMailPage),
  },
  { path: 'uitleg', loadComponent: () => import('./pages/about/how-page').then((file) => file.HowPage) },
  {
    path: 'toegankelijkheid',
    loadComponent: () => import('./pages/about/accessibility-page').then((file) => file.AccessibilityPage),
  },
  { path: '**', loadComponent: () => import('./pages/not-found/not-found-page').then((file) => file.NotFoundPage) },
];
