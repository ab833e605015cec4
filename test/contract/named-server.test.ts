import { describe } from 'vitest';
import { contract } from './contract.ts';
import { openServerTarget } from './target/server/server-target.ts';
import { serverSettings } from './target/server/settings.ts';

const isNamed = Boolean(process.env.CONTRACT_KCHAT_URL);
if (!isNamed) {
  process.stderr.write('SKIPPED: the contract with a real server, because CONTRACT_KCHAT_URL names none.\n');
}

describe.runIf(isNamed)('the contract, with the server that CONTRACT_KCHAT_URL names', () => {
  contract(() => openServerTarget(serverSettings(process.env)));
});
