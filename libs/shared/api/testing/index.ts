export { useTestApplication } from './application';
export type { LoadedApplication, TestApplication } from './application';
export { LivePage } from './live-page';
export { Mailbox } from './mailbox';
export type { ReceivedMail } from './mailbox';
export { TestApp, createTestApp } from './test-app';
export type { RequestOptions, SignedIn, TestAppOptions, TestResponse } from './test-app';
export { until } from './until';
