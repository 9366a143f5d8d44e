// npm start: from a fresh checkout to a page that answers; the next time within seconds.
import "./node-version.mjs";

const { start } = await import("./start-perigee.mjs");
await start();
