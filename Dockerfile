# Tripoint: built with everything, shipped with production dependencies only, run by nobody in particular.
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No script of any dependency runs; our own `prepare` is the build below.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json tsconfig.handlers.json ./
COPY src ./src
# What the console asks, and the schema whose links it shows.
COPY console ./console
COPY ssot/operations ./ssot/operations
COPY schema.graphql ./
RUN npm run build

FROM node:24.11.1-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && find node_modules -name '*.map' -delete

FROM node:24.11.1-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY schema ./schema
COPY migrations ./migrations
COPY ssot ./ssot
# Only for the embedded demo, which staging and production refuse.
COPY src/demo/data ./src/demo/data
# The embedded demo keeps its state below the working directory; real systems need no writable file at all.
WORKDIR /home/node
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["start"]
