import express, { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import type { FormCall, FormResult } from '../command-line/answer-form.ts';
import type { PressCall } from '../command-line/answer-press.ts';
import type { ActionAnswer } from '../command-line/interaction.ts';
import { ForgedTicketError } from '../command-line/redeem-ticket.ts';
import type { HttpLog } from './error-handler.ts';

export interface InteractionRouteOptions {
  press: (call: PressCall) => Promise<ActionAnswer>;
  submit: (call: FormCall) => Promise<FormResult>;
  /** How the platform writes a card that replaces another. */
  cardUpdate: (card: NonNullable<ActionAnswer['card']>) => object;
  /** Said when something unexpected happened, in the words of the team that the call names. */
  failed: (teamId?: string) => string;
  log: HttpLog;
}

const bodyLimit = '64kb';

/** Of a button in a direct message there is none. */
const teamId = z
  .string()
  .nullish()
  .transform((id) => (id === '' ? undefined : (id ?? undefined)));

/** What Mattermost sends for a pressed button (mattermost-observed, "Dialogs and buttons"); kChat's is not published. */
const pressBody = z.object({
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  team_id: teamId,
  post_id: z.string().optional(),
  trigger_id: z.string().optional(),
  context: z.object({ ticket: z.string() }),
});

const formBody = z.object({
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  team_id: teamId,
  state: z.string(),
  cancelled: z.boolean().optional(),
  submission: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).nullish(),
});

/**
 * `POST /kchat/action` and `POST /kchat/dialog`. Neither call has a token; the signed ticket in it is what lets it in,
 * and whatever has none gets a bare 401.
 */
export function interactionRoutes({ press, submit, cardUpdate, failed, log }: InteractionRouteOptions): Router {
  const router = Router();
  const parser = express.json({ limit: bodyLimit, inflate: false });

  const route =
    <Body>(schema: z.ZodType<Body>, answer: (body: Body) => Promise<object>): RequestHandler =>
    async (request, response) => {
      const body = schema.safeParse(request.body);
      if (!body.success) {
        response.status(401).json({ error: 'unauthorized' });
        return;
      }
      try {
        response.json(await answer(body.data));
      } catch (error) {
        if (!(error instanceof ForgedTicketError)) throw error;
        log.warn({}, 'a button or a form came without a ticket of ours');
        response.status(401).json({ error: 'unauthorized' });
      }
    };
  const logged = (error: unknown) => {
    if (error instanceof ForgedTicketError) throw error;
    log.error({ err: error }, 'a button or a form failed');
  };

  router.post(
    '/kchat/action',
    parser,
    route(pressBody, async ({ context, user_id, channel_id, team_id, post_id, trigger_id }) => {
      const call = {
        ticket: context.ticket,
        userId: user_id,
        teamId: team_id,
        place: { channelId: channel_id, postId: post_id, triggerId: trigger_id },
      };
      const answer = await press(call).catch((error: unknown) => {
        logged(error);
        const answer: ActionAnswer = { text: failed(team_id) };
        return answer;
      });
      return {
        ...(answer.card && { update: cardUpdate(answer.card) }),
        ...(answer.text !== undefined && { ephemeral_text: answer.text }),
        skip_slack_parsing: true,
      };
    }),
  );

  router.post(
    '/kchat/dialog',
    parser,
    route(formBody, async ({ state, user_id, channel_id, team_id, cancelled, submission }) => {
      if (cancelled) return {};
      const values = Object.fromEntries(
        Object.entries(submission ?? {}).map(([name, value]) => [name, value ?? undefined]),
      );
      const call = {
        ticket: state,
        userId: user_id,
        teamId: team_id,
        place: { channelId: channel_id, postId: undefined, triggerId: undefined },
        values,
      };
      return submit(call).catch((error: unknown) => {
        logged(error);
        return { error: failed(team_id) };
      });
    }),
  );
  return router;
}
