import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { infomaniakCalls, kchatCalls, privateAnswers, registrationCalls } from './calls.ts';

it('what is said about every call in docs/failures.md is about the calls that are tried here, and no other', async () => {
  const document = await readFile(new URL('../../docs/failures.md', import.meta.url), 'utf8');
  const section = document.split('\n## ').find((part) => part.startsWith('Every call, every fault')) ?? '';
  const named = [...section.matchAll(/`((?:GET|POST|PUT|DELETE) [^`]+)`/g)].map(([, call]) => call);
  const elsewhere = ['GET /1/async/tasks/{}', 'POST /broadcasting/auth'];
  const tried = [...kchatCalls, ...Object.values(privateAnswers), ...infomaniakCalls, ...registrationCalls];
  expect([...new Set(named)].toSorted()).toEqual([...new Set([...tried, ...elsewhere])].toSorted());
});
