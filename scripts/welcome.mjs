/** What the demo says when it is ready. */

import { demoSite, sandboxSites } from './environment.mjs';

/** One line per merchant of the sandbox. @param {readonly { site: string, login: string, secretKey: string }[]} sites */
function credentials(sites) {
  return sites.map(({ site, login, secretKey }) => `  ${site.padEnd(24)}  ${login}  ${secretKey}`).join('\n');
}

/** @param {{ env: Record<string, string>, servers: { name: string, log: string | null }[], dataDir: string, seconds: number }} options */
export function welcome({ env, servers, dataDir, seconds }) {
  const logs = servers.flatMap(({ log }) => (log ? [log] : []));
  return `
Ready after ${Math.round(seconds * 10) / 10} s.

  Shop      ${env.PUBLIC_URL}
  Gateway   ${env.PLACETOPAY_URL}
  Control   ${env.SANDBOX_URL}/control  (key ${env.SANDBOX_CONTROL_KEY})

  Card      4110 7600 0000 0081, any future date, any CVV: approved
  Buyer     lucia@ladera.test      ladera-demo-2026
  Operator  operador@ladera.test   ladera-demo-2026
  Operator  segunda@ladera.test    ladera-demo-2026

  Data      ${dataDir}${logs.length > 0 ? `\n  Logs      ${logs.join(', ')}` : ''}

  Sites of the gateway      login                             secretKey
${credentials(sandboxSites)}

Ctrl-C stops everything.`;
}

/**
 * What the gateway says when it runs without the shop.
 * @param {{ env: Record<string, string>, servers: { name: string, log: string | null }[], dataDir: string, seconds: number }} options
 */
export function welcomeAlone({ env, servers, dataDir, seconds }) {
  const logs = servers.flatMap(({ log }) => (log ? [log] : []));
  return `
Ready after ${Math.round(seconds * 10) / 10} s.

  Base URL      ${env.SANDBOX_URL}
  login         ${demoSite.login}
  secretKey     ${demoSite.secretKey}
  Notifies      ${env.SANDBOX_NOTIFICATION_URL}
                (another address: SANDBOX_NOTIFICATION_URL=http://localhost:8000/notify npm run sandbox)

  Control room  ${env.SANDBOX_URL}/control  (key ${env.SANDBOX_CONTROL_KEY})
  Card          4110 7600 0000 0081, any future date, any CVV: approved
  Every endpoint with curl, PHP, Java, C# and Python: lib/sandbox/README.md

  Other sites               login                             secretKey
${credentials(sandboxSites.slice(1))}

  Data          ${dataDir}${logs.length > 0 ? `\n  Logs          ${logs.join(', ')}` : ''}

Ctrl-C stops it. What it stores survives; \`npm run sandbox -- --reset\` begins again.`;
}
