"use client";

import { ActionIcon, Button, Menu, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import Link from "next/link";
import { useParams, useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { TextAreaField, TextField } from "#ui/form/fields.tsx";
import { Form } from "#ui/form/form.tsx";
import { type FormOutcome, sentenceOf, useActionForm } from "#ui/form/use-action-form.ts";
import { choose, remove, rename } from "./actions.ts";
import { scenarioNames } from "./branch-form.ts";
import classes from "./scenarios.module.css";

interface Props {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isCurrent: boolean;
  readonly path: string;
}

/** What can be done with a scenario. */
export function ScenarioMenu(props: Props) {
  const { id, name, isCurrent, path } = props;
  const router = useRouter();
  const params = useParams<{ production: string; scenario: string }>();
  const [isRenaming, setRenaming] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [isBusy, start] = useTransition();
  const here = `/productions/${params.production}/${params.scenario}/scenarios`;

  const run = (act: () => Promise<FormOutcome<unknown>>, said: string, after?: () => void) =>
    start(async () => {
      try {
        const outcome = await act();
        notifications.show(
          outcome.ok ? { message: said } : { message: sentenceOf(outcome.error), color: "red" },
        );
        if (outcome.ok) after?.();
      } catch {
        notifications.show({ message: "The server cannot be reached. Nothing was changed.", color: "red" });
      }
    });
  const removed = () => {
    setRemoving(false);
    // The address may have named the scenario that is gone.
    router.replace(`/productions/${params.production}/current/scenarios`);
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${name}`} loading={isBusy}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href={path}>
            Open
          </Menu.Item>
          <Menu.Item component={Link} href={`${here}/branch?from=${id}`}>
            Branch from this
          </Menu.Item>
          <Menu.Item onClick={() => setRenaming(true)}>Rename</Menu.Item>
          {isCurrent ? null : (
            <>
              <Menu.Item
                onClick={() => run(() => choose({ scenarioId: id }), `“${name}” is the current scenario now`)}
              >
                Make current
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item color="red" onClick={() => setRemoving(true)}>
                Delete…
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isRenaming ? <RenameForm {...props} close={() => setRenaming(false)} /> : null}
      {isRemoving ? (
        <Modal.Root opened onClose={() => setRemoving(false)} centered>
          <Modal.Overlay />
          <Modal.Content aria-label={`Delete ${name}`}>
            <Modal.Body className={classes.dialogue}>
              <h2>Delete “{name}”?</h2>
              <p>
                The scenario and its history go for good; this cannot be undone. The current plan and the
                other scenarios stay as they are.
              </p>
              <div className={classes.confirm}>
                <Button
                  color="danger"
                  loading={isBusy}
                  onClick={() => run(() => remove({ scenarioId: id }), `“${name}” deleted`, removed)}
                >
                  Delete scenario
                </Button>
                <Button variant="default" onClick={() => setRemoving(false)} data-autofocus>
                  Keep it
                </Button>
              </div>
            </Modal.Body>
          </Modal.Content>
        </Modal.Root>
      ) : null}
    </>
  );
}

function RenameForm({ id, name, note, close }: Props & { close: () => void }) {
  const form = useActionForm({
    schema: scenarioNames,
    defaultValues: { scenarioId: id, name, note },
    run: rename,
    done: close,
    saved: "Renamed",
  });
  return (
    <div className={classes.rename}>
      <Form
        submit={form.submit}
        problem={form.problem}
        isBusy={form.isBusy}
        action="Rename"
        label={`Rename ${name}`}
        secondary={
          <Button variant="default" size="sm" onClick={close}>
            Cancel
          </Button>
        }
      >
        <TextField control={form.control} name="name" label="Name" required />
        <TextAreaField control={form.control} name="note" label="Note" rows={1} />
      </Form>
    </div>
  );
}
