import type { z } from 'zod';

/** One thing wrong with one field, named the way Laravel names its rules: both platforms are built on it. */
export interface FieldProblem {
  field: string;
  rule: Rule;
}

export type Rule =
  | 'required'
  | 'string'
  | 'integer'
  | 'boolean'
  | 'array'
  | 'email'
  | 'in'
  | 'min'
  | 'max'
  | 'regex'
  /** The field is in no document of the platform. */
  | 'prohibited';

/** Reads the failed check of `input` as a list of fields and rules. */
export function fieldProblems(error: z.ZodError, input: unknown): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), rule: 'prohibited' as const }));
    }
    const field = issue.path.join('.') || 'body';
    return [{ field, rule: valueAt(input, issue.path) === undefined ? 'required' : ruleOf(issue) }];
  });
}

function ruleOf(issue: z.core.$ZodIssue): Rule {
  switch (issue.code) {
    case 'invalid_type':
      return typeRule(issue.expected);
    case 'invalid_format':
      return issue.format === 'email' ? 'email' : 'regex';
    case 'too_small':
      return 'min';
    case 'too_big':
      return 'max';
    default:
      return 'in';
  }
}

function typeRule(expected: string): Rule {
  if (expected === 'int' || expected === 'number') return 'integer';
  if (expected === 'boolean') return 'boolean';
  return expected === 'string' ? 'string' : 'array';
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}
