/**
 * Preloaded into every server: when the program that started it dies, however it dies, the channel between them
 * closes and the server ends with everything it started. Otherwise it would keep its port.
 */
if (process.channel) {
  process.channel.unref();
  process.on('disconnect', () => {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      process.exit(1);
    }
  });
}
