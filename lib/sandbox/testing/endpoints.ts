import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The paths of every endpoint that a merchant calls, as their folders name them. */
export function findEndpoints(): string[] {
  return readdirSync(join(process.cwd(), 'app/(sandbox)/sandbox'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(api|autopay)[\\/].*route\.sandbox\.ts$/.test(file) && !file.includes('...'))
    .map((file) => file.split(sep).slice(0, -1).join('/').replace('[requestId]', '{requestId}'));
}
