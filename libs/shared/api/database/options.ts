import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming';

/** How every connection of the product is made; entities and migrations are added by who connects. */
export function databaseOptions(databaseUrl: string): DataSourceOptions & { readonly type: 'postgres' } {
  return {
    type: 'postgres',
    url: databaseUrl,
    applicationName: 'kernagenda',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: 20,
    extra: { statement_timeout: 15_000, connectionTimeoutMillis: 5_000 },
  };
}
