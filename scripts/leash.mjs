/**
 * Preloaded into every server: when the program that started it dies, however it dies, the channel between them
 * closes and the server ends with everything it started. Otherwise it would keep its port. What the server forks is
 * preloaded with this too, and is left alone: its channel belongs to the server, and is perhaps all that keeps it going.
 */
if (process.channel && process.env.LEASH_HOLDER === String(process.ppid)) {
  process.channel.unref();
  process.on('disconnect', () => {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      process.exit(1);
    }
  });
}
