// Preloaded into the server: when the launcher dies, even by kill -9, its channel closes and the server goes too.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 5000).unref();
  process.kill(process.pid, 'SIGTERM');
});
