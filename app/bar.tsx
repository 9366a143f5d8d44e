import type { ReactNode } from "react";
import type { User } from "#server/user.ts";
import { TopBar } from "#ui/frame/top-bar.tsx";
import { UserMenu } from "#ui/frame/user-menu.tsx";
import { leave } from "./sign-in/actions.ts";

/** The top bar for somebody who is signed in. */
export function Bar({
  user,
  clock,
  tools,
  children,
}: {
  user: User;
  tools?: ReactNode;
  clock?: { zone: string; label: string };
  children?: ReactNode;
}) {
  return (
    <TopBar
      {...(clock ? { clock } : {})}
      tools={tools}
      menu={<UserMenu name={user.name} email={user.email} signOut={leave} />}
    >
      {children}
    </TopBar>
  );
}
