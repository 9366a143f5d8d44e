// npm test: everything, on a machine that has nothing but Node. Its last line is `N passed, N failed`.
import "./node-version.mjs";

const { test } = await import("./test-perigee.mjs");
await test();
