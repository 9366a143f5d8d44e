import type { CallSheetModel } from "#core/report/call-sheet.ts";
import { Calls } from "./call-sheet/calls.tsx";
import { Masthead } from "./call-sheet/masthead.tsx";
import { AboutTheData, Advance, Contacts, Findings } from "./call-sheet/notices.tsx";
import { CrewDay, Events, Light } from "./call-sheet/station.tsx";
import { Strips } from "./call-sheet/strips.tsx";
import { definePaper } from "./paper.tsx";
import { Sheet, Txt } from "./parts.tsx";

export const callSheet = definePaper<CallSheetModel>({
  id: "call-sheet",
  title: ({ heading, day, dayNumber }) => `${heading.title}: call sheet, day ${day?.number ?? dayNumber}`,
  Pages: ({ model }) => {
    const { heading, day, dayNumber } = model;
    return (
      <Sheet
        heading={heading}
        title="Call sheet"
        titleRu="Вызывной лист"
        about={day ? `${day.text} · ${day.dateText}` : `Day ${dayNumber}`}
      >
        {day ? (
          <>
            <Masthead model={model} day={day} />
            <Strips model={model} />
            <Calls model={model} />
            <Light model={model} />
            <Events model={model} />
            <CrewDay model={model} />
            <Findings model={model} />
            <Contacts model={model} />
            <Advance model={model} />
            <AboutTheData model={model} />
          </>
        ) : (
          <Txt size={11} style={{ marginTop: 24 }}>
            {`There is no day ${dayNumber} in scenario ${heading.scenario}. It may have been removed since this sheet was asked for.`}
          </Txt>
        )}
      </Sheet>
    );
  },
});
