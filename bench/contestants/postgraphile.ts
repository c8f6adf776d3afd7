/** PostGraphile 5 with grafserv on `node:http`: the Amber preset as it comes; role and claims from the JWT. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { readPeerEnvironment, servePeer } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

const { databaseUrl, poolSize, signing } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(signing);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // It hides relations whose key no index covers whole; `page_id` alone, which is indexed, finds the same rows here.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ['work', 'ops'],
      pubsub: false,
      poolConfig: { max: poolSize },
    }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    context: async ({ node }: Partial<Grafast.RequestContext>) => {
      const { role, claims } = await verify(node?.req.headers.authorization);
      return { pgSettings: { role, 'request.jwt.claims': claims } };
    },
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
// The schema is ready before the first request is timed.
await instance.getSchema();
servePeer(server);
