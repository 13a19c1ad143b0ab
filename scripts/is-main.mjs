import { realpathSync } from 'node:fs';

/** True in the module that Node was asked to run, also when it was named through a symbolic link. @param {ImportMeta} meta */
export function isMain(meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === meta.filename;
}
