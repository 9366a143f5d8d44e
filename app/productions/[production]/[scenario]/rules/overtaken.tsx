import { Button } from "@mantine/core";
import classes from "./rules.module.css";

/** Somebody else was first: what stands there now, and the two ways on. */
export function Overtaken({
  now,
  isBusy,
  saveOver,
  takeTheirs,
}: {
  now: string;
  isBusy: boolean;
  saveOver: () => Promise<void>;
  takeTheirs: () => void;
}) {
  return (
    <>
      <p>Now: {now}</p>
      <p>What you typed is still here and not saved.</p>
      <div className={classes.ways}>
        <Button variant="default" onClick={() => void saveOver()} loading={isBusy}>
          Save mine over it
        </Button>
        <Button variant="default" onClick={takeTheirs}>
          Take theirs
        </Button>
      </div>
    </>
  );
}
