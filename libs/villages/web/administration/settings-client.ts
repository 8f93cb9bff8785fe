import { Injectable, type ResourceRef, inject } from '@angular/core';
import { Api, apiResource } from '@kernagenda/shared/web';
import type { MunicipalityInput, MunicipalitySettings } from '@kernagenda/villages/domain/settings';

/** The settings of the municipality. */
export const settingsResource = (): ResourceRef<MunicipalitySettings | undefined> =>
  apiResource('municipality-settings', () => '/municipality/settings');

@Injectable({ providedIn: 'root' })
export class SettingsClient {
  private readonly api = inject(Api);

  /** Saves all settings at once, on the version that was read. */
  save(input: MunicipalityInput, version: number): Promise<MunicipalitySettings> {
    return this.api.put('/municipality/settings', input, { version });
  }
}
