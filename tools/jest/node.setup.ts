import { useTestApplication } from '../../libs/shared/api/testing/application';

/** Hands the real application to the tests of the libs, which cannot import an app. */
useTestApplication({
  databaseUrl: process.env['TEST_DATABASE_URL'] ?? '',
  matchingWorker: process.env['TEST_MATCHING_WORKER'] ?? '',
  importingWorker: process.env['TEST_IMPORTING_WORKER'] ?? '',
  chromiumPath: process.env['TEST_CHROMIUM_PATH'] ?? '',
  printingWorker: process.env['TEST_PRINTING_WORKER'] ?? '',
  load: async () => {
    const [{ AppModule }, { migrate }, { migrations }] = await Promise.all([
      import('../../apps/api/app.module'),
      import('../../apps/api/data-source'),
      import('../../apps/api/migrations'),
    ]);
    return { module: (foundation) => AppModule.with(foundation), migrate, migrations };
  },
});
