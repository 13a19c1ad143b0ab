import 'server-only';

/**
 * Dies here, as a power cut would, when CRASH_AT names this point. Only a build with CRASHPOINTS=1 has crash points:
 * next.config.js writes the value into the code, so that any other build keeps nothing of this.
 */
export function crashPoint(name: string): void {
  if (process.env.CRASHPOINTS !== '1') return;
  if (process.env.CRASH_AT === name) process.kill(process.pid, 'SIGKILL');
}
