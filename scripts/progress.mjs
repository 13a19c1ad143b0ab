/** Says what is being done, and every few seconds that it still is. */

const heartbeat = 5000;

/**
 * @template T
 * @param {string} label for instance 'Building the shop'
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  console.log(`· ${label} …`);
  const timer = setInterval(() => console.log(`  still at it, ${seconds()} (${label})`), heartbeat);
  try {
    const result = await work();
    if (Date.now() - start > heartbeat) console.log(`  done after ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
