"use client";

import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import classes from "#ui/frame/frame.module.css";

/** Which scenario is open; another opens on the same page. */
export function ScenarioPicker({
  production,
  chosen,
  scenarios,
}: {
  production: string;
  chosen: string;
  scenarios: readonly { id: string; name: string; segment: string }[];
}) {
  const page = usePathname().split("/").slice(4).join("/") || "overview";
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          className={classes.gives ?? ""}
          rightSection={<IconChevronDown size={13} aria-hidden />}
          aria-label={`Scenario: ${scenarios.find((s) => s.id === chosen)?.name ?? ""}`}
        >
          <span>{scenarios.find((s) => s.id === chosen)?.name}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {scenarios.map((s) => (
          <Menu.Item
            key={s.id}
            component={Link}
            href={`/productions/${production}/${s.segment}/${page}`}
            leftSection={
              s.id === chosen ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />
            }
          >
            {s.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href={`/productions/${production}/current/scenarios`}>
          All scenarios
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
