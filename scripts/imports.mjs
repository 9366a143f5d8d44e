// Reads what a source file imports, in every way TypeScript has of naming another module.
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/**
 * @param {string} path only its ending matters: it chooses the language
 * @param {string} source
 * @returns {{ module: string, line: number, isType: boolean }[]} `isType`: gone when it runs
 */
export function importsOf(path, source) {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: cannot be parsed: ${errors[0].message}`);
  const found = [];
  const add = (node, kind) => {
    if (typeof node?.value !== "string") return; // import(variable): nothing to check
    const line = source.slice(0, node.start).split("\n").length;
    found.push({ module: node.value, line, isType: kind === "type" });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source ?? node.argument, "type"),
    TSExternalModuleReference: (node) => add(node.expression),
  }).visit(program);
  return found;
}

/**
 * Where an import leads.
 * @param {string} module as written
 * @param {string} from the file that says it, relative to the checkout
 * @param {Record<string, string>} aliases package.json's `imports`
 * @returns {{ file: string } | { package: string }}
 */
export function resolveImport(module, from, aliases) {
  if (module.startsWith(".")) return { file: posix.join(posix.dirname(from), module) };
  for (const [alias, target] of Object.entries(aliases)) {
    const prefix = alias.slice(0, -1); // "#core/*" → "#core/"
    if (module.startsWith(prefix)) {
      return { file: posix.normalize(target.slice(0, -1) + module.slice(prefix.length)) };
    }
  }
  if (module.startsWith("node:")) return { package: module };
  const [first, second] = module.split("/");
  const name = module.startsWith("@") ? `${first}/${second}` : first;
  return { package: builtinModules.includes(name) ? `node:${name}` : name };
}

/** The directive a file begins with, "use client" or "use server", if any. */
export function directiveOf(path, source) {
  return parseSync(path, source).program.body[0]?.directive ?? null;
}
