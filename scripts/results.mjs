/** Counts what the test runners wrote. A runner that failed without a failing test counts as one failure. */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Result */

/** @param {string} file vitest's JSON report @param {number | string} code its exit code @returns {Result} */
export function readVitest(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return judged({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }, code);
}

/** @param {string} file Playwright's JSON report @param {number | string} code its exit code @returns {Result} */
export function readPlaywright(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return judged({ passed: expected, failed: unexpected + flaky }, code);
}

/** @param {Result[]} results @returns {Result} */
export function total(results) {
  return results.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

function judged({ passed, failed }, code) {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
