// The first thing every command does; written so that an old Node can still read it.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Perigee needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org and run the command again.`,
  );
  process.exit(1);
}
