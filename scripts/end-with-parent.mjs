// Preloaded into `next start`: when the command that started it is gone, even killed, the server ends as well
// instead of holding the port.
process.on("disconnect", () => {
  setTimeout(() => process.exit(1), 2000).unref(); // an open stream would keep it for ever
  process.kill(process.pid, "SIGTERM");
});
process.channel?.unref();
