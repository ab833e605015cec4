import { z } from 'zod';
import type { World } from '../../world.ts';
import { integrationError } from './call-integration.ts';

/** What an integration may answer to a press. */
const answerSchema = z.strictObject({
  update: z
    .strictObject({
      message: z.string().default(''),
      props: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
  ephemeral_text: z.string().default(''),
  skip_slack_parsing: z.boolean().default(false),
});

export type IntegrationAnswer = z.output<typeof answerSchema>;

/**
 * Reads an answer. Mattermost, observed: an empty body is an error too; newer servers take it as an empty answer. Fields
 * that no server knows are ignored there; here they count as unreadable, so that nobody relies on them.
 * @throws ChatRefusal 400
 */
export function readAnswer(world: World, url: string, text: string): IntegrationAnswer {
  const result = answerSchema.safeParse(parsed(text));
  if (result.success) return result.data;
  const problem = `the answer to a press is wrong: ${z.prettifyError(result.error)}`;
  world.violations.push({ service: 'kchat', method: 'POST', path: new URL(url).pathname, by: undefined, problem });
  throw integrationError();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
