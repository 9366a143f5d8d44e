"use client";

import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconCalendarShare,
  IconCheck,
  IconChecklist,
  IconClockMinus,
  IconClockPlus,
  IconDots,
  IconListNumbers,
  IconPin,
  IconPinnedOff,
  IconQuestionMark,
  IconScissors,
  IconStackPush,
} from "@tabler/icons-react";
import type { ReactNode } from "react";

export type StripAction =
  | "move-to"
  | "best-places"
  | "why-not"
  | "earlier"
  | "later"
  | "before"
  | "after"
  | "previous-day"
  | "next-day"
  | "boneyard"
  | "pin"
  | "unpin"
  | "split"
  | "mark-shot"
  | "mark-set-ups"
  | "mark-planned";

/** What can be done with a strip now; what it is beside and between which days. */
export interface StripOptions {
  readonly isPlaced: boolean;
  readonly isPinned: boolean;
  readonly isShot: boolean;
  readonly canSplit: boolean;
  readonly before: string | null;
  readonly after: string | null;
  readonly previousDay: string | null;
  readonly nextDay: string | null;
}

interface Item {
  readonly action: StripAction;
  readonly title: string;
  readonly icon: typeof IconDots;
  readonly keys?: string;
}

function moveItems(o: StripOptions): readonly (Item | false | null | "")[] {
  if (o.isPinned) return [];
  return [
    { action: "move-to", title: o.isPlaced ? "Move to…" : "Place…", icon: IconCalendarShare },
    !o.isShot && { action: "best-places", title: "Best places…", icon: IconListNumbers },
    !o.isShot && !o.isPlaced && { action: "why-not", title: "Why not?", icon: IconQuestionMark },
    o.isPlaced && { action: "earlier", title: "5 min earlier", icon: IconClockMinus, keys: "Alt+↑" },
    o.isPlaced && { action: "later", title: "5 min later", icon: IconClockPlus, keys: "Alt+↓" },
    o.before && {
      action: "before",
      title: `Before ${o.before}`,
      icon: IconArrowUp,
      keys: "Alt+Shift+↑",
    },
    o.after && { action: "after", title: `After ${o.after}`, icon: IconArrowDown, keys: "Alt+Shift+↓" },
    o.previousDay && {
      action: "previous-day",
      title: `To ${o.previousDay}`,
      icon: IconArrowLeft,
      keys: "Alt+←",
    },
    o.nextDay && { action: "next-day", title: `To ${o.nextDay}`, icon: IconArrowRight, keys: "Alt+→" },
    o.isPlaced && { action: "boneyard", title: "To the boneyard", icon: IconStackPush, keys: "Del" },
  ];
}

const otherItems = (o: StripOptions): readonly (Item | false)[] => [
  o.isPinned
    ? { action: "unpin", title: "Unpin", icon: IconPinnedOff }
    : o.isPlaced && { action: "pin", title: "Pin", icon: IconPin },
  o.canSplit && { action: "split", title: "Split…", icon: IconScissors },
  o.isShot
    ? { action: "mark-planned", title: "Not shot after all", icon: IconCheck }
    : { action: "mark-shot", title: "Mark shot", icon: IconCheck },
  { action: "mark-set-ups", title: "Mark set-ups…", icon: IconChecklist },
];

/** The menu of a strip: dragging is never the only way. */
export function StripMenu({
  label,
  options,
  opened,
  onChange,
  run,
  tabIndex,
}: {
  label: string;
  options: StripOptions;
  opened: boolean;
  onChange: (opened: boolean) => void;
  run: (action: StripAction) => void;
  tabIndex: number;
}): ReactNode {
  const draw = (items: readonly (Item | false | null | "")[]) =>
    items
      .filter((item) => !!item)
      .map(({ action, title, icon: Icon, keys }) => (
        <Menu.Item
          key={action}
          leftSection={<Icon size={15} stroke={1.7} />}
          rightSection={keys ? <kbd className="muted small">{keys}</kbd> : undefined}
          onClick={() => run(action)}
        >
          {title}
        </Menu.Item>
      ));
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="transparent"
          color="currentColor"
          size={24}
          aria-label={`${label}: move and more`}
          tabIndex={tabIndex}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {opened ? (
          <>
            {draw(moveItems(options))}
            {options.isPinned ? <Menu.Label>Pinned: unpin it to move it</Menu.Label> : <Menu.Divider />}
            {draw(otherItems(options))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
