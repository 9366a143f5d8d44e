import Link from "next/link";
import classes from "./why.module.css";

const CHOICES = [
  { about: "one", title: "One scene", page: "why" },
  { about: "several", title: "Several scenes", page: "why?about=several" },
  { about: "musts", title: "All musts", page: "why?about=musts" },
] as const;

export type About = (typeof CHOICES)[number]["about"];

/** What can be asked, in one line. */
export function Choice({ about, to }: { about: About; to: (page: string) => string }) {
  return (
    <nav className={classes.choice} aria-label="What is asked about">
      {CHOICES.map((choice) => (
        <Link
          key={choice.about}
          href={to(choice.page)}
          aria-current={choice.about === about ? "page" : undefined}
        >
          {choice.title}
        </Link>
      ))}
    </nav>
  );
}
