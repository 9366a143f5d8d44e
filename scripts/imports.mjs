// Reads what a source file imports, in every way TypeScript has of naming another module.
import { parseSync, Visitor } from "oxc-parser";

/**
 * @param {string} path only its ending matters: it chooses the language
 * @param {string} source
 * @returns {{ module: string, line: number }[]}
 */
export function importsOf(path, source) {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: cannot be parsed: ${errors[0].message}`);
  const found = [];
  const add = (node) => {
    if (typeof node?.value !== "string") return; // import(variable): nothing to check
    found.push({ module: node.value, line: source.slice(0, node.start).split("\n").length });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source ?? node.argument),
    TSExternalModuleReference: (node) => add(node.expression),
  }).visit(program);
  return found;
}
