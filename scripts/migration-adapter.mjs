/**
 * @prisma/adapter-pg for the schema engine. The stock adapter is made for queries; migrations need four things it lacks:
 * a script sent whole (it cuts scripts at every semicolon, also inside a trigger's body), a scratch database that
 * is really another database, the wing's schema there too, and the catalogue's one-byte "char" columns.
 */
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

const internalChar = 18;
const text = 25;

/**
 * @param {{ databaseUrl: string, schema: string }} options
 * `close` ends what the engine leaves open: its advisory lock would hold up the next migration otherwise.
 */
export function createMigrationAdapter({ databaseUrl, schema }) {
  const opened = [];
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    async connect() {
      const adapter = await connect({ databaseUrl, schema });
      opened.push(adapter);
      return adapter;
    },
    async close() {
      for (const adapter of opened.splice(0)) await adapter.dispose();
    },
    async connectToShadowDb() {
      const server = await connect({ databaseUrl, schema });
      const name = `scratch_${randomUUID().replaceAll('-', '')}`;
      await server.executeScript(`CREATE DATABASE ${name}`);
      const scratchUrl = new URL(databaseUrl);
      scratchUrl.pathname = `/${name}`;
      const scratch = await connect({ databaseUrl: scratchUrl.href, schema });
      const disconnect = scratch.dispose;
      scratch.dispose = once(async () => {
        await disconnect();
        await server.executeScript(`DROP DATABASE ${name} WITH (FORCE)`);
        await server.dispose();
      });
      opened.push(scratch);
      return scratch;
    },
  };
}

async function connect({ databaseUrl, schema }) {
  const factory = new PrismaPg(
    { connectionString: databaseUrl, options: `-c search_path=${schema}` },
    { schema },
  );
  const adapter = await factory.connect();
  adapter.dispose = once(adapter.dispose.bind(adapter));
  readInternalChar(adapter);
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** The adapter refuses to read the catalogue's one-byte "char"; here it is read as text and announced as a character. */
function readInternalChar(adapter) {
  const found = new WeakMap();
  const perform = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await perform(query);
    const fields = result.fields.filter((field) => field.dataTypeID === internalChar);
    found.set(
      query,
      fields.map((field) => result.fields.indexOf(field)),
    );
    for (const field of fields) field.dataTypeID = text;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query);
    for (const column of found.get(query) ?? []) answer.columnTypes[column] = ColumnTypeEnum.Character;
    return answer;
  };
}

function once(act) {
  let acted;
  return () => (acted ??= act());
}
