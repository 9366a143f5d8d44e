// Preloaded into `next start`: when the command that started it is gone, even killed, the server ends as well
// instead of holding the port.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
