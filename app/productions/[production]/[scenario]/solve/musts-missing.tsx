import Link from "next/link";
import { mustsText } from "./solve-words.ts";

/** Musts that a proposal leaves without a place, and where to ask why. */
export function MustsMissing({ min, to }: { min: number; to: (page: string) => string }) {
  return (
    <>
      {mustsText(min)} <Link href={to("why?about=musts")}>Why do the musts not fit?</Link>
    </>
  );
}
