import { defineConfig } from 'drizzle-kit';

/** `npm run db:generate` writes the migration that leads from the last one to the tables in `schema/`. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './db/migrations' });
