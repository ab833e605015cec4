import type { Command } from '../src/command-line/command.ts';
import { help } from './help.ts';
import { invite } from './invite.ts';
import { list } from './list.ts';
import { status } from './status.ts';

/** Every verb, in the order `help` shows them. manifest.json names the same; a test holds the two together. */
export const commands: readonly Command[] = [invite, list, status, help];
