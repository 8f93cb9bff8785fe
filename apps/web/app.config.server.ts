import { type ApplicationConfig, mergeApplicationConfig } from '@angular/core';
import { RenderMode, provideServerRendering, withRoutes } from '@angular/ssr';
import { API_TRANSPORT } from '@kernagenda/shared/web';
import { appConfig } from './app.config';
import { loopbackTransport } from './server/loopback';

const serverOnly: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }])),
    { provide: API_TRANSPORT, useFactory: loopbackTransport },
  ],
};

export const serverConfig = mergeApplicationConfig(appConfig, serverOnly);
