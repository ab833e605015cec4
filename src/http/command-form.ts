import { z } from 'zod';

/**
 * What kChat sends when somebody types a command. The fields are Mattermost's (mattermost-observed, "Slash
 * commands"); kChat's own are not published, so only what is needed is required and ids are opaque.
 */
export const commandForm = z.object({
  token: z.string().optional(),
  team_id: z.string().min(1),
  channel_id: z.string().min(1),
  // A UUID on kChat; a number could only be Infomaniak's own id of the person (caller.ts looks it up).
  user_id: z.union([z.string().min(1), z.int().transform(String)]),
  command: z.string().min(1),
  text: z.string().default(''),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
});

export type CommandForm = z.infer<typeof commandForm>;
