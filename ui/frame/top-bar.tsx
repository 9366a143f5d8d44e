import Link from "next/link";
import type { ReactNode } from "react";
import { Clock } from "./clock.tsx";
import classes from "./frame.module.css";

/** The bar on top of every page: where we are, what it says, what time it is, who I am. */
export function TopBar({
  children,
  tools,
  clock,
  menu,
}: {
  children?: ReactNode;
  /** Beside what gives way where there is little room. */
  tools?: ReactNode;
  clock?: { zone: string; label: string };
  menu: ReactNode;
}) {
  return (
    <header className={`${classes.top} no-print`}>
      <Link href="/" className={classes.brand}>
        Perigee
      </Link>
      <div className={classes.where}>{children}</div>
      {tools}
      {clock ? <Clock {...clock} /> : null}
      {menu}
    </header>
  );
}

/** The production's title in the bar; it gives way where there is little room. */
export function BarTitle({ children }: { children: ReactNode }) {
  return <strong className={classes.title}>{children}</strong>;
}
