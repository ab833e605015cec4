import { z } from 'zod';
import type { World } from '../../world.ts';
import { invalidField } from '../refusal.ts';
import { attachmentsSchema, type Action, type Attachment } from './attachment.ts';

export type Props = Record<string, unknown>;

/** What a caller may send as `props`: PHP's empty array counts as an object. */
export const propsField = z.union([z.array(z.never()), z.record(z.string(), z.unknown())]);

/**
 * Checks the `props` of a post and brings its attachments into the form they are stored in.
 * kChat: props were seen refused, while its clients and webhooks use `attachments`; reference/kchat.md section 5.
 * @param by who sends them, for the record of what is wrong
 * @throws ChatRefusal 422
 */
export function readProps(world: World, by: string, sent: z.output<typeof propsField>): Props {
  const props: Props = Array.isArray(sent) ? {} : sent;
  const names = Object.keys(props);
  if (names.some((name) => world.kchat.refusesProps || !world.kchat.flavor.takesProp(name))) throw propsRefused();
  return storedProps(world, by, props);
}

/** Props as the server stores them: unreadable attachments become null, and every action has an id. */
export function storedProps(world: World, by: string, props: Props): Props {
  if (props.attachments === undefined) return props;
  const result = attachmentsSchema.safeParse(props.attachments);
  if (result.success) return { ...props, attachments: result.data.map((one) => withActionIds(world, one)) };
  const problem = `props.attachments cannot be read: ${z.prettifyError(result.error)}`;
  world.violations.push({ service: 'kchat', method: 'POST', path: '/api/v4/posts', by, problem });
  return { ...props, attachments: null };
}

/** The attachments in stored props. */
export function attachmentsOf(props: Props): Attachment[] {
  return Array.isArray(props.attachments) ? (props.attachments as Attachment[]) : [];
}

export function findAction(props: Props, actionId: string): Action | undefined {
  return attachmentsOf(props)
    .flatMap((attachment) => attachment.actions ?? [])
    .find((action) => action.id === actionId);
}

/** The same props with each action changed. */
export function mapActions(props: Props, change: (action: Action) => Action): Props {
  if (!Array.isArray(props.attachments)) return props;
  const attachments = attachmentsOf(props).map((attachment) =>
    attachment.actions ? { ...attachment, actions: attachment.actions.map(change) } : attachment,
  );
  return { ...props, attachments };
}

function withActionIds(world: World, attachment: Attachment): Attachment {
  if (!attachment.actions) return attachment;
  // Routes take letters and digits as an action's id, so a UUID's dashes have to go.
  const newId = () => world.kchat.flavor.ids.newId().replaceAll('-', '');
  const actions = attachment.actions.map((action) => ({ ...action, id: action.id ?? newId() }));
  return { ...attachment, actions };
}

// Seen word for word on a live server, whatever else is wrong with `props`.
function propsRefused() {
  const sentence = 'The props must be an array';
  return invalidField('props', { en: sentence, fr: sentence });
}
