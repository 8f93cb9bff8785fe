import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access/access.guard';
import { AuditLinker } from './audit/audit-linker';
import { AuditReader } from './audit/audit-reader';
import { AuditController } from './audit/audit.controller';
import { Audit } from './audit/audit.service';
import { Clock } from './clock';
import { databaseOptions } from './database/options';
import { DocsController } from './docs/docs.controller';
import { OpenApi } from './docs/open-api';
import { Images } from './files/images.service';
import { HealthController } from './health.controller';
import { ProblemFilter } from './http/problem.filter';
import { RateLimits } from './http/rate-limits';
import { InputPipe } from './http/validation.pipe';
import { EtagInterceptor } from './http/versions';
import { IdempotencyKey } from './idempotency/idempotency-keys.entity';
import { Idempotency } from './idempotency/idempotency.service';
import { Jobs } from './jobs/jobs.service';
import { DemoMail } from './mail/demo-mails.entity';
import { Mailer } from './mail/mailer';
import { PagePrinter } from './printing/page-printer';
import { PrintWorker } from './printing/print-worker';
import { Realtime } from './realtime/realtime.service';
import { SecurityTextController } from './security-text.controller';
import { Settings } from './settings';

export interface Foundation {
  readonly settings: Settings;
  readonly clock: Clock;
}

/** What every context stands on; global, so a context module imports only its entities. */
@Global()
@Module({})
export class SharedApiModule {
  static with({ settings, clock }: Foundation): DynamicModule {
    const services = [Audit, Idempotency, Images, Jobs, Mailer, PagePrinter, RateLimits, Realtime];
    return {
      module: SharedApiModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          ...databaseOptions(settings.databaseUrl),
          autoLoadEntities: true,
          // One try: an unreachable database is told at once, and who started the server decides what then.
          retryAttempts: 1,
        }),
        TypeOrmModule.forFeature([DemoMail, IdempotencyKey]),
      ],
      controllers: [AuditController, HealthController, DocsController, SecurityTextController],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        AuditLinker,
        AuditReader,
        OpenApi,
        PrintWorker,
        ...services,
      ],
      exports: [Settings, Clock, ...services],
    };
  }
}
