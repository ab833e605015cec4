import type { TestProject } from 'vitest/node';
import { startCluster } from './cluster.ts';
import { findPostgres } from './find-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL database for the tests of this project; undefined: they run on SQLite. */
    postgresUrl: string | undefined;
    /** The file with the certificate of its server, which is called `localhost` there. */
    postgresCertificate: string | undefined;
  }
}

/** One server for the whole run; each test makes itself a schema in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('PostgreSQL’s programs vanished');
  const cluster = await startCluster(programs);
  project.provide('postgresUrl', cluster.url);
  project.provide('postgresCertificate', cluster.certificate);
  return cluster.remove;
}
