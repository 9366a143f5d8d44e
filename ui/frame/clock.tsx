"use client";

import { useEffect, useState } from "react";
import classes from "./frame.module.css";

const time = (at: Date, zone: string) =>
  at.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });

/** GMT, and home time beside it. Drawn only in the browser, so that server and browser never disagree. */
export function Clock({ zone, label }: { zone: string; label: string }) {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={classes.clock}>
      <span>
        <span className="muted">GMT </span>
        <time>{now ? time(now, "UTC") : "--:--"}</time>
      </span>
      <span className="muted">
        {label} <time>{now ? time(now, zone) : "--:--"}</time>
      </span>
    </span>
  );
}
