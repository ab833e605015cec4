# The program runs as it is written, so there is nothing to build: the first stage installs what it needs and leaves npm's
# cache behind. To pin the base to the byte, append its digest (node:24-slim@sha256:...).
FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# No install scripts: the modules ship what they need prebuilt, and npm would otherwise want a compiler for better-sqlite3.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    DATABASE_URL=file:/data/kchat-invite.db
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json manifest.json ./
COPY commands ./commands
COPY src ./src

# Before VOLUME: a new volume takes over this owner. The program can write there and nowhere else.
RUN install --directory --owner=node --group=node --mode=700 /data
VOLUME /data
USER node

EXPOSE 8085
STOPSIGNAL SIGTERM
# Alive, not ready: a container that waits for kChat must not be killed for it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8085}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts", "serve"]
