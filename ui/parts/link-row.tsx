import Link from "next/link";
import classes from "./link-row.module.css";

/** Pages or views that belong together, in one line, the one that is shown marked. */
export function LinkRow({
  label,
  links,
}: {
  label: string;
  links: readonly { readonly href: string; readonly title: string; readonly isHere: boolean }[];
}) {
  return (
    <nav className={classes.row} aria-label={label}>
      {links.map(({ href, title, isHere }) => (
        <Link key={href} href={href} aria-current={isHere ? "page" : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
