import { useEffect, useRef } from "react";
import type { FieldPathValue, FieldValues, Path, UseFormReturn } from "react-hook-form";

/**
 * The reason of a setting that stands is no reason for another: to switch a rule over, or to set it elsewhere, asks for its own. What
 * somebody has written stays. `known`: the reason of what is chosen now.
 */
export function useReason<V extends FieldValues & { reason: string }>(
  { getValues, setValue }: Pick<UseFormReturn<V, unknown, V>, "getValues" | "setValue">,
  known: string,
) {
  const last = useRef(known);
  useEffect(() => {
    if (last.current === known) return;
    const name = "reason" as Path<V>;
    const written: string = getValues(name);
    if (written === "" || written === last.current) setValue(name, known as FieldPathValue<V, Path<V>>);
    last.current = known;
  }, [known, getValues, setValue]);
}
