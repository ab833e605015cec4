import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKind } from '../job-kind.ts';
import { backupRetry } from '../retry-rule.ts';

/** A copy of the database in the folder of the copies. One that is given up is told to the administrators. */
export function backupJob({ backups }: Pick<Dependencies, 'backups'>): JobKind<'backup'> {
  return {
    retry: backupRetry,
    run: async ({ payload: { at } }) => ({ result: backups ? await backups.make(at) : 'no folder for it' }),
  };
}
