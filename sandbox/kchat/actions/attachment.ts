import { z } from 'zod';

const option = z.strictObject({ text: z.string(), value: z.string() });

/** Where a press is reported. Never leaves the server: clients get the action without it. */
const integration = z.strictObject({
  url: z.string().default(''),
  context: z.record(z.string(), z.unknown()).optional(),
});

const action = z.strictObject({
  id: z.string().optional(),
  type: z.enum(['button', 'select']).optional(),
  name: z.string().optional(),
  disabled: z.boolean().optional(),
  style: z.string().optional(),
  data_source: z.string().optional(),
  options: z.array(option).optional(),
  default_option: z.string().optional(),
  integration: integration.optional(),
});

const field = z.strictObject({
  title: z.string().default(''),
  value: z.unknown(),
  short: z.union([z.boolean(), z.string()]).default(false),
});

const words = z.string().default('');

const attachment = z.strictObject({
  id: z.number().default(0),
  fallback: words,
  color: words,
  pretext: words,
  author_name: words,
  author_link: words,
  author_icon: words,
  title: words,
  title_link: words,
  text: words,
  fields: z.array(field).nullable().default(null),
  image_url: words,
  thumb_url: words,
  footer: words,
  footer_icon: words,
  ts: z.union([z.string(), z.number()]).nullable().default(null),
  actions: z.array(action).optional(),
});

/** Message attachments. Mattermost, observed: whatever is left out is stored as empty. */
export const attachmentsSchema = z.array(attachment);

export type Attachment = z.output<typeof attachment>;
/** A button or a menu. `cookie` is there on private posts only, where it stands in for what the server does not keep. */
export type Action = z.output<typeof action> & { cookie?: string };
export type Integration = z.output<typeof integration>;
