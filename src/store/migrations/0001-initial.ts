import type { Migration } from '../migrate.ts';

/** Times are integer milliseconds; booleans 0 or 1; `*_json` would be noise, so JSON columns are named in schema.ts. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  statements: [
    `create table team (
       id text primary key,
       name text not null unique,
       bot_user_id text not null,
       sealed_bot_token text,
       primed_at integer
     ) strict`,
    `create table command_token (
       team_id text not null,
       command_id text not null,
       trigger text not null,
       token_hash text not null,
       saved_at integer not null,
       primary key (team_id, command_id)
     ) strict`,
    `create table invitation (
       id text primary key,
       team_id text not null,
       email text not null,
       first_name text not null,
       last_name text not null,
       role text not null check (role in ('owner', 'admin', 'normal')),
       strict integer not null check (strict in (0, 1)),
       locale text not null,
       channels text not null,
       work_teams text not null,
       state text not null,
       failure text,
       failure_detail text,
       inviter_id text not null,
       inviter_name text not null,
       requested_at integer not null,
       provider_step text not null default 'none',
       provider_step_at integer,
       provider_invitation_id integer,
       expires_at integer,
       accepted_at integer,
       arrived_at integer,
       provider_user_id integer,
       chat_user_id text,
       parent_id text references invitation (id)
     ) strict`,
    // The promise "one open invitation per address" is kept here, not by the callers' care.
    `create unique index invitation_one_open on invitation (team_id, email)
       where state in ('requested', 'provisioning', 'unknown', 'pending', 'accepted')`,
    `create index invitation_by_email on invitation (team_id, email, requested_at)`,
    `create index invitation_by_age on invitation (team_id, requested_at, id)`,
    `create index invitation_by_state on invitation (team_id, state, requested_at, id)`,
    `create table invitation_event (
       id integer primary key,
       team_id text not null,
       invitation_id text not null references invitation (id),
       kind text not null,
       at integer not null,
       actor text not null,
       detail text
     ) strict`,
    `create index invitation_event_by_invitation on invitation_event (invitation_id, id)`,
    `create table delivery (
       id text primary key,
       team_id text not null,
       kind text not null,
       target text not null,
       payload text not null,
       invitation_id text references invitation (id),
       dedupe_key text not null unique,
       run_at integer not null,
       attempts integer not null default 0,
       first_attempt_at integer,
       locked_by text,
       locked_until integer,
       state text not null default 'ready' check (state in ('ready', 'done', 'dead')),
       ended_at integer,
       result text,
       last_error text
     ) strict`,
    `create index delivery_due on delivery (run_at, id) where state = 'ready'`,
    `create index delivery_queue on delivery (team_id, kind, target, run_at, id) where state = 'ready'`,
    `create index delivery_by_invitation on delivery (invitation_id, kind)`,
    `create index delivery_ended on delivery (kind, ended_at) where state = 'done'`,
    `create table known_person (
       team_id text not null,
       user_id text not null,
       first_seen_at integer not null,
       primary key (team_id, user_id)
     ) strict, without rowid`,
    `create table notice (
       id text primary key,
       team_id text not null,
       channel_name text not null,
       opened_at integer not null,
       post_id text,
       shown_arrivals integer not null default 0
     ) strict`,
    `create index notice_by_channel on notice (team_id, channel_name, opened_at)`,
    `create table notice_arrival (
       id integer primary key,
       team_id text not null,
       notice_id text not null references notice (id),
       user_id text not null,
       name text not null,
       inviter_name text,
       invitation_id text,
       arrived_at integer not null,
       unique (notice_id, user_id)
     ) strict`,
  ],
};
