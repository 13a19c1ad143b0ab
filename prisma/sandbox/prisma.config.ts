import { defineConfig } from 'prisma/config';

/** The gateway's schema and migrations: choose it with `--config prisma/sandbox/prisma.config.ts`. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
});
