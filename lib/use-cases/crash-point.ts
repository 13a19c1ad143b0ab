import 'server-only';
import { readFileSync } from 'node:fs';

/**
 * Dies here, as a power cut would, when the file CRASH_AT holds this name. Only a build with CRASHPOINTS=1 has crash
 * points: next.config.js writes the value into the code, so that any other build keeps nothing of this.
 */
export function crashPoint(name: string): void {
  if (process.env.CRASHPOINTS !== '1' || !process.env.CRASH_AT) return;
  if (readFileSync(process.env.CRASH_AT, 'utf8') === name) process.kill(process.pid, 'SIGKILL');
}
