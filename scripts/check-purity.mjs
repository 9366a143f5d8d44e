// core/ has no clock, no dice and no outside world: everything comes in as an argument, so that the same input gives the same plan everywhere.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { filesUnder, isSource, isTest } from "./source-files.mjs";

/** Names that reach outside, unless the file declares its own of that name, such as the shoot's window. */
const OUTSIDE = new Set([
  ...["process", "fetch", "console", "performance", "crypto", "localStorage", "window", "document"],
  ...["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame", "queueMicrotask"],
]);
const METHODS = new Set(["Date.now", "Math.random"]);

/** Every name a pattern declares: `a`, `{ a, b: c }`, `[a]`, `a = 1`, `...a`. */
function declaredBy(pattern) {
  if (!pattern) return [];
  if (pattern.type === "Identifier") return [pattern.name];
  const inner = pattern.elements ?? pattern.properties ?? [pattern.value ?? pattern.argument ?? pattern.left];
  return inner.flatMap(declaredBy);
}

function namesDeclaredIn(program) {
  const names = new Set();
  const add = (...patterns) => {
    for (const name of patterns.flatMap(declaredBy)) names.add(name);
  };
  new Visitor({
    VariableDeclarator: (node) => add(node.id),
    ArrowFunctionExpression: (node) => add(...node.params),
    FunctionExpression: (node) => add(...node.params),
    FunctionDeclaration: (node) => add(node.id, ...node.params),
    ImportSpecifier: (node) => add(node.local),
  }).visit(program);
  return names;
}

/** @returns {{ line: number, what: string }[]} */
export function impurities(path, source) {
  const { program } = parseSync(path, source);
  const own = namesDeclaredIn(program);
  const found = [];
  const add = (node, what) => found.push({ line: source.slice(0, node.start).split("\n").length, what });
  const outside = (node) => {
    if (node?.type === "Identifier" && OUTSIDE.has(node.name) && !own.has(node.name)) add(node, node.name);
  };
  new Visitor({
    ImportDeclaration: (node) => {
      if (node.source.value.startsWith("node:")) add(node, node.source.value);
    },
    CallExpression: (node) => {
      outside(node.callee);
      if (node.callee.type === "Identifier" && node.callee.name === "Date") add(node, "Date()");
    },
    MemberExpression: (node) => {
      outside(node.object);
      const name = `${node.object.name}.${node.property.name}`;
      if (METHODS.has(name)) add(node, name);
      if (node.object.name === "globalThis") add(node, name);
    },
    NewExpression: (node) => {
      if (node.callee.name === "Date" && node.arguments.length === 0) add(node, "new Date()");
    },
  }).visit(program);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = join(import.meta.dirname, "..");
  const files = filesUnder(root, "core").filter((path) => isSource(path) && !isTest(path));
  let problems = 0;
  for (const path of files) {
    for (const { line, what } of impurities(path, readFileSync(join(root, path), "utf8"))) {
      console.error(`${path}:${line} uses ${what}: core takes time, chance and the outside as arguments`);
      problems += 1;
    }
  }
  console.log(`${files.length} files of core/, ${problems} impurities`);
  process.exitCode = problems > 0 || files.length === 0 ? 1 : 0;
}
