// Loaded before each process of `npm start`: when the starter is killed the hard way, the channel to it
// closes, and the process stops as if it had been told to. So nothing stays behind.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
