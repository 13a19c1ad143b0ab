'use strict';
// Loaded before everything else, also by a Node that is too old to read the rest: only what every Node understands.
var wanted = [20, 19];
var found = process.versions.node.split('.').map(Number);
if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    'This needs Node ' +
      wanted.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      ': install a current one from https://nodejs.org and start again.',
  );
  process.exit(1);
}
