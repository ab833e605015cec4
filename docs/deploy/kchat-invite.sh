#!/bin/sh
# docs/running.md explains how to install this: the bot's subcommands (register, doctor, jobs, backup ...) with systemd, for root,
# as the user, with the configuration and in the folder that kchat-invite.service has.
exec runuser -u kchat-invite -- sh -c '
  set -a; . /etc/kchat-invite/environment; set +a
  cd /var/lib/kchat-invite
  exec /usr/bin/node /opt/kchat-invite/src/main.ts "$@"' kchat-invite "$@"
