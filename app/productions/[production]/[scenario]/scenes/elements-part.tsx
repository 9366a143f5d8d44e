"use client";

import { Button, Menu, TagsInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type Control, useController, useWatch } from "react-hook-form";
import { ELEMENT_CATEGORIES } from "#core/model/scene.ts";
import type { ElementCategory, SceneSheetInput } from "./scene-sheet.ts";
import classes from "./scenes.module.css";

type SheetControl = Control<SceneSheetInput, unknown, SceneSheetInput>;
const spoken = (category: ElementCategory) =>
  `${category.charAt(0).toUpperCase()}${category.slice(1).replace("-", " ")}`;

/** What a scene needs, by breakdown category; categories without anything wait in the menu. */
export function ElementsPart({
  control,
  known,
}: {
  control: SheetControl;
  known: Readonly<Record<ElementCategory, readonly string[]>>;
}) {
  const elements = useWatch({ control, name: "elements" });
  const [opened, setOpened] = useState<ReadonlySet<ElementCategory>>(new Set());
  const isShown = (category: ElementCategory) => opened.has(category) || elements[category].length > 0;
  const hidden = ELEMENT_CATEGORIES.filter((category) => !isShown(category));
  return (
    <div className={classes.fields}>
      {ELEMENT_CATEGORIES.filter(isShown).map((category) => (
        <CategoryField key={category} control={control} category={category} known={known[category]} />
      ))}
      {hidden.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              style={{ justifySelf: "start" }}
            >
              Add a category
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {hidden.map((category) => (
              <Menu.Item key={category} onClick={() => setOpened((now) => new Set([...now, category]))}>
                {spoken(category)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}

function CategoryField({
  control,
  category,
  known,
}: {
  control: SheetControl;
  category: ElementCategory;
  known: readonly string[];
}) {
  const { field, fieldState } = useController({ control, name: `elements.${category}` });
  return (
    <TagsInput
      ref={field.ref}
      name={field.name}
      label={spoken(category)}
      placeholder={field.value.length === 0 ? "Name it, then Enter" : ""}
      value={[...field.value]}
      onChange={field.onChange}
      onBlur={field.onBlur}
      data={[...known]}
      error={fieldState.error?.message}
      acceptValueOnBlur
      splitChars={[";"]}
      size="sm"
    />
  );
}
