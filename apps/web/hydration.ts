import {
  APP_BOOTSTRAP_LISTENER,
  ApplicationRef,
  DOCUMENT,
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  ɵCACHE_ACTIVE,
  ɵwithDomHydration,
} from '@angular/core';

/**
 * The part of `provideClientHydration()` that this application uses: the browser takes over what the server drew, and
 * resources take over what the server loaded. The public function always brings the HttpClient cache, incremental
 * hydration and event replay along, 10 kB of script on a page that may weigh 85.
 */
export function provideHydration(): EnvironmentProviders {
  return makeEnvironmentProviders([
    ɵwithDomHydration(),
    { provide: ɵCACHE_ACTIVE, useFactory: () => ({ isActive: true }) },
    {
      provide: APP_BOOTSTRAP_LISTENER,
      multi: true,
      useFactory: () => {
        const application = inject(ApplicationRef);
        const cache = inject(ɵCACHE_ACTIVE);
        const page = inject(DOCUMENT).defaultView as (Window & { kaAwake?: () => void }) | null;
        return () =>
          void application.whenStable().then(() => {
            cache.isActive = false;
            page?.kaAwake?.();
          });
      },
    },
  ]);
}
