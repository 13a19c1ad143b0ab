import { defineConfig } from 'prisma/config';

/** The store's schema and migrations. The gateway's own are in prisma/sandbox. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'npm run seed' },
});
