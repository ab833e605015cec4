import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { databasePath } from '../../../src/database.ts';
import { startProgram } from '../../support/bot-process.ts';
import { openStage } from '../../support/stage.ts';

it('jobs leave a database alone that is older: a program of its age may be serving it', async () => {
  const stage = await openStage();
  onTestFinished(() => stage.close());
  await stage.kill();
  const path = databasePath({ DATABASE_URL: stage.environment.DATABASE_URL ?? '' });
  const database = new Database(path);
  database.exec('delete from schema_migration where version = (select max(version) from schema_migration)');
  const history = database.prepare('select * from schema_migration');
  const before = history.all();
  const program = startProgram(['jobs', 'list'], stage.environment);
  expect(await program.exited).toBe(3);
  expect(program.output()).toContain('older than this program');
  expect(history.all()).toEqual(before);
  database.close();
});
