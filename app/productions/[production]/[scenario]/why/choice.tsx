import { LinkRow } from "#ui/parts/link-row.tsx";
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
    <div className={classes.choice}>
      <LinkRow
        label="What is asked about"
        links={CHOICES.map((choice) => ({
          href: to(choice.page),
          title: choice.title,
          isHere: choice.about === about,
        }))}
      />
    </div>
  );
}
