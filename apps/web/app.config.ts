import { DOCUMENT } from '@angular/common';
import {
  type ApplicationConfig,
  inject,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { Router, provideRouter, withComponentInputBinding, withNavigationErrorHandler } from '@angular/router';
import { provideHydration } from './hydration';
import { routes } from './routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // After an update of the server the scripts of this page are gone: the whole page is asked for anew, once.
      withNavigationErrorHandler(({ url }) => {
        if (inject(Router).navigated) inject(DOCUMENT).defaultView?.location.assign(url);
      }),
    ),
    // Pages load through resources, which carry their own answers over; HttpClient is not part of the application.
    provideHydration(),
  ],
};
