import { expect, test } from 'vitest';
import { remark } from '../../src/ports/remark.ts';
import { sayRemarks } from '../../src/texts/remarks.ts';

test('a remark is told in the reader’s language', () => {
  expect(sayRemarks(remark('refused', 'kChat', 403), 'en_GB')).toBe('kChat refused it (status 403).');
  expect(sayRemarks(remark('refused', 'kChat', 403), 'de_DE')).toBe('kChat hat es abgelehnt (Status 403).');
});

test('several remarks follow each other, and the provider’s own words are escaped', () => {
  const stored = ['Ask *your* @admin', remark('left_undoing')].join('\n');
  expect(sayRemarks(stored, 'en_GB')).toBe(
    'Ask \\*your\\* @\u200badmin An invitation without kSuite access is left at Infomaniak; cancel it in the Manager.',
  );
});

test('what people wrote can neither add a fact nor break out of the sentence', () => {
  expect(sayRemarks(remark('no_work_team', 'a:b\n#bug *x*'), 'en_GB')).toBe(
    'There is no work team called “a b \\#bug \\*x\\*”.',
  );
  expect(sayRemarks(remark('no_work_team', '---'), 'en_GB')).toBe('There is no work team called “\\-\\-\\-”.');
});

test('what only looks like a remark is told as it is', () => {
  expect(sayRemarks('#nonsense:x', 'en_GB')).toBe('\\#nonsense:\u200bx');
});
