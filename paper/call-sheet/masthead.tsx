import { View } from "@react-pdf/renderer";
import { count, duration } from "#core/base/format.ts";
import type { CallSheetDay, CallSheetModel } from "#core/report/call-sheet.ts";
import type { Moment } from "#core/report/moment.ts";
import { GREY, INK, Label, Txt } from "../parts.tsx";
import { brief } from "../printable.ts";

interface Key {
  readonly en: string;
  readonly ru: string;
  readonly value: string;
  readonly under: string;
}

const at = (moment: Moment | null, label: string): Pick<Key, "value" | "under"> => ({
  value: moment?.gmt ?? "–",
  under: moment?.home ? `${moment.home} ${label}` : " ",
});

/** The times that everybody looks for first. */
function keysOf({ heading, generalCall, firstShot, meal, wrap, windowLeft }: CallSheetModel): readonly Key[] {
  const label = heading.homeZoneLabel;
  return [
    { en: "General call", ru: "Общий вызов", ...at(generalCall, label) },
    { en: "First shot", ru: "Начало съёмки", ...at(firstShot, label) },
    {
      en: "Meal",
      ru: "Обед",
      value: meal?.start.gmt ?? "–",
      under: meal ? `${meal.start.home} ${label} · to ${meal.end.gmt}` : " ",
    },
    { en: "Estimated wrap", ru: "Конец смены", ...at(wrap, label) },
    {
      en: "Window closes in",
      ru: "До закрытия окна",
      value: windowLeft?.text ?? "–",
      under: windowLeft ? `${windowLeft.closesText} GMT` : " ",
    },
  ];
}

/** Whom to call, before anybody turns the page. */
const firstContacts = ({ contacts }: CallSheetModel): readonly string[] =>
  (["safety", "medical"] as const).flatMap((kind) => {
    const first = contacts.find((contact) => contact.kind === kind);
    const name = kind === "safety" ? "Safety" : "Medical";
    return first
      ? [brief(`${name}: ${[first.label, first.person, first.channel].filter(Boolean).join(", ")}`, 110)]
      : [];
  });

/** Black on white as the rest, in a frame: it has to be read before the sheet goes out. */
const Missing = ({ gaps }: Pick<CallSheetModel, "gaps">) =>
  gaps.length === 0 ? null : (
    <View style={{ border: `1 solid ${INK}`, padding: 6, marginTop: 8 }}>
      <Txt strong size={8.5}>{`Missing: ${count(gaps.length, "item")} before this sheet is complete`}</Txt>
      {gaps.map((gap) => (
        <Txt key={gap.id} size={7.5}>{`– ${brief(gap.message, 260)}`}</Txt>
      ))}
    </View>
  );

export const Masthead = ({ model, day }: { readonly model: CallSheetModel; readonly day: CallSheetDay }) => (
  <View>
    <View style={{ flexDirection: "row", gap: 14, alignItems: "center" }}>
      <Txt strong size={58} style={{ lineHeight: 1, letterSpacing: -2 }}>
        {day.number}
      </Txt>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Txt strong size={15}>
          {day.dateText}
        </Txt>
        <Txt size={8}>{`${day.text} · awake ${day.wake.gmt}–${day.sleep.gmt}`}</Txt>
        <Txt size={8}>
          {`${count(model.totals.strips, "strip")} · ${model.totals.pages} pages · ${duration(model.totals.shootMin)} of shooting`}
        </Txt>
      </View>
      <View style={{ width: 250, alignItems: "flex-end" }}>
        <Txt strong size={7.5}>
          {model.verdict.text}
        </Txt>
        {day.isClosed ? (
          <Txt strong size={8}>
            Day closed to shooting
          </Txt>
        ) : null}
        {firstContacts(model).map((text) => (
          <Txt key={text} size={7.5} style={{ textAlign: "right" }}>
            {text}
          </Txt>
        ))}
        {[...day.banners, day.note].filter(Boolean).map((text) => (
          <Txt key={text} size={7} style={{ textAlign: "right", color: GREY }}>
            {brief(text, 140)}
          </Txt>
        ))}
      </View>
    </View>
    <View
      style={{
        flexDirection: "row",
        borderTop: `0.8 solid ${INK}`,
        borderBottom: `0.8 solid ${INK}`,
        marginTop: 6,
        paddingVertical: 5,
      }}
    >
      {keysOf(model).map(({ en, ru, value, under }) => (
        <View key={en} style={{ width: "20%" }}>
          <Label en={en} ru={ru} />
          <Txt mono strong size={15}>
            {value}
          </Txt>
          <Txt small mono size={7}>
            {under}
          </Txt>
        </View>
      ))}
    </View>
    <Missing gaps={model.gaps} />
  </View>
);
