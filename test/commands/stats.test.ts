import { describe, expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { silence } from '../support/fake-faults.ts';
import { hours, days } from '../support/fake-clock.ts';
import { openTypist, type Typist } from './typist.ts';
