import { IconBarbell, IconBed, IconMessages, IconSoup, IconStethoscope, IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { Interval } from "#core/base/interval.ts";
import classes from "./day.module.css";
import { type Item, isRest } from "./item.ts";
import { place } from "./place.ts";

const KIND_ICONS: Partial<Record<Item["kind"], typeof IconBed>> = {
  sleep: IconBed,
  meal: IconSoup,
  exercise: IconBarbell,
  conference: IconMessages,
  medical: IconStethoscope,
};

/** What happens in an item: rig, shoot, strike, make-up as patterns inside its length. */
function Stretches({ item }: { item: Item }) {
  return item.stretches.map(({ kind, span }) => (
    <i key={kind} className={classes.stretch} data-stretch={kind} style={place(item.span, span)} />
  ));
}

/** One thing in a row: a strip leads to the board, everything else only says what it is. */
export function ItemBar({
  item,
  range,
  isActive,
  onShow,
  base,
}: {
  item: Item;
  range: Interval;
  isActive: boolean;
  onShow: (item: Item | null) => void;
  base: string;
}) {
  const Icon = KIND_ICONS[item.kind];
  const said = [item.text, ...item.messages].join(". ");
  const shared = {
    className: classes.item ?? "",
    "data-kind": item.kind,
    "data-rest": isRest(item) ? "" : undefined,
    "data-strip-tone": item.tone ?? undefined,
    "data-finding": item.finding ?? undefined,
    "data-item": item.id,
    "aria-label": said,
    title: said,
    tabIndex: isActive ? 0 : -1,
    onFocus: () => onShow(item),
    onMouseEnter: () => onShow(item),
  };
  const inside = (
    <>
      <Stretches item={item} />
      <span className={classes.label}>
        {item.finding === "hard" ? (
          <IconX size={12} stroke={3} aria-hidden className={classes.cross} />
        ) : null}
        {Icon ? <Icon size={12} stroke={1.8} aria-hidden /> : null}
        <span>{item.label}</span>
      </span>
    </>
  );
  return (
    <li
      className={classes.place}
      style={{ ...place(range, item.span), ["--lane" as string]: item.lane }}
      data-rest={shared["data-rest"]}
    >
      {item.stripId ? (
        <Link href={`${base}/board?strip=${item.stripId}`} {...shared}>
          {inside}
        </Link>
      ) : (
        <button type="button" {...shared}>
          {inside}
        </button>
      )}
    </li>
  );
}
