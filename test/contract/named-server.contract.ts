import { describe } from 'vitest';
import { contract } from './contract.ts';
import { openServerTarget } from './target/server/server-target.ts';
import { serverSettings } from './target/server/settings.ts';

describe('the contract, with the server that CONTRACT_KCHAT_URL names', () => {
  contract(() => openServerTarget(serverSettings(process.env)));
});
