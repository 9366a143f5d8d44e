import type { Tables } from "#core/model/entities.ts";

/** The film is a guest of the other partners in their segment: the Cupola [S] esa.int (two people and a workstation), the rest [G]. */
const ESCORTED = new Set(["unity", "destiny", "harmony", "tranquility", "cupola", "columbus", "kibo"]);

export const escorted = (modules: Tables["module"]): Tables["module"] =>
  modules.map((module) => ({ ...module, needsEscort: ESCORTED.has(module.id) }));
