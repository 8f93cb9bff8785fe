import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '@kernagenda/shared/api';
import { installationId } from '@kernagenda/identity/domain';
import { nl } from './nl';
import { PeopleRegistry } from './people.registry';
import { Rights } from './rights.service';

/** Gives `ADMIN_EMAIL` the first administrator; with an administrator the setting does nothing. */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  private readonly logger = new Logger(FirstAdmin.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly rights: Rights,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const email = this.settings.adminEmail;
    if (email === null) return;
    await this.dataSource.transaction(async (manager) => {
      await this.rights.lockAdmins(manager);
      if (await this.rights.hasAdmin(manager)) return;
      const personId = await this.people.savePerson(manager, { email, displayName: nl.firstAdmin });
      const scope = { scopeType: 'installation', scopeId: installationId } as const;
      await this.people.saveRole(manager, personId, { role: 'admin', ...scope });
      this.logger.log('ADMIN_EMAIL is the first administrator.');
    });
  }
}
