import { describe } from 'vitest';
import { contract } from './contract.ts';
import { openSandboxTarget } from './target/sandbox-target.ts';

describe('the contract, with the sandbox as kChat', () => {
  contract(() => openSandboxTarget('kchat'));
});
