/** What the demo says when it is ready. */

/** @param {{ env: Record<string, string>, servers: { name: string, log: string | null }[], dataDir: string, seconds: number }} options */
export function welcome({ env, servers, dataDir, seconds }) {
  const logs = servers.flatMap(({ log }) => (log ? [log] : []));
  return `
Ready after ${Math.round(seconds * 10) / 10} s.

  Shop      ${env.PUBLIC_URL}
  Gateway   ${env.PLACETOPAY_URL}
  Control   ${env.SANDBOX_URL}/__sandbox  (key ${env.SANDBOX_CONTROL_KEY})

  Card      4110 7600 0000 0081, any future date, any CVV: approved
  Buyer     lucia@ladera.test      ladera-demo-2026
  Operator  operador@ladera.test   ladera-demo-2026

  Data      ${dataDir}${logs.length > 0 ? `\n  Logs      ${logs.join(', ')}` : ''}

Ctrl-C stops everything.`;
}
