"use client";

import Link from "next/link";
import { useParams, usePathname } from "next/navigation";
import classes from "./frame.module.css";
import { SCENARIO_PAGES, scenarioPath } from "./pages.ts";

/** The narrow rail at the left; a bar at the foot on a phone. */
export function Rail() {
  const { production, scenario } = useParams<{ production: string; scenario: string }>();
  const here = usePathname();
  return (
    <nav className={classes.rail} aria-label="Pages of this production">
      <ul>
        {SCENARIO_PAGES.map(({ path, title, icon: Icon }) => {
          const href = scenarioPath(production, scenario, path);
          const isHere = here === href || here.startsWith(`${href}/`);
          return (
            <li key={path}>
              <Link href={href} className={classes.railLink} aria-current={isHere ? "page" : undefined}>
                <Icon size={17} stroke={1.7} aria-hidden />
                <span>{title}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
