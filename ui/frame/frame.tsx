import type { ReactNode } from "react";
import classes from "./frame.module.css";
import { Rail } from "./rail.tsx";

/** Rail and content below the top bar. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <Rail />
      <main className={classes.main} id="content">
        {children}
      </main>
    </div>
  );
}
