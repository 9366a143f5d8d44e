import { rows } from "../rows.ts";
import { SOURCE } from "./sources.ts";

const GENERAL = "[G] dates and times from general knowledge: assumption";

export const flights = () =>
  rows("flight", [
    {
      id: "ms-18-up",
      ship: "Soyuz MS-18",
      moduleId: "soyuz-ms-18",
      direction: "up",
      departsAt: "2021-04-09T07:42:00Z",
      arrivesAt: "2021-04-09T11:05:00Z",
      hatchAt: "2021-04-09T13:20:00Z",
      source: GENERAL,
    },
    {
      id: "crew-2-up",
      ship: "Crew Dragon Endeavour",
      moduleId: "endeavour",
      direction: "up",
      departsAt: "2021-04-23T09:49:00Z",
      arrivesAt: "2021-04-24T09:08:00Z",
      hatchAt: "2021-04-24T11:05:00Z",
      source: GENERAL,
    },
    {
      id: "ms-19-up",
      ship: "Soyuz MS-19",
      moduleId: "soyuz-ms-19",
      direction: "up",
      departsAt: "2021-10-05T08:55:02Z",
      arrivesAt: "2021-10-05T12:22:31Z",
      hatchAt: "2021-10-05T15:00:00Z",
      source: `${SOURCE.launch}; hatch ${SOURCE.hatchOpening}`,
    },
    {
      id: "ms-18-down",
      ship: "Soyuz MS-18",
      moduleId: "soyuz-ms-18",
      direction: "down",
      departsAt: "2021-10-17T01:14:00Z",
      arrivesAt: "2021-10-17T04:35:00Z",
      hatchAt: "2021-10-16T20:41:00Z",
      source: `${SOURCE.landing}; hatch ${SOURCE.hatchClosing}`,
    },
    {
      id: "crew-2-down",
      ship: "Crew Dragon Endeavour",
      moduleId: "endeavour",
      direction: "down",
      departsAt: "2021-11-08T19:05:00Z",
      arrivesAt: "2021-11-09T03:33:00Z",
      hatchAt: "2021-11-08T17:20:00Z",
      source: GENERAL,
    },
    {
      id: "ms-19-down",
      ship: "Soyuz MS-19",
      moduleId: "soyuz-ms-19",
      direction: "down",
      departsAt: "2022-03-30T07:21:00Z",
      arrivesAt: "2022-03-30T11:28:00Z",
      hatchAt: "2022-03-30T04:00:00Z",
      source: GENERAL,
    },
  ]);

type Position = "left" | "centre" | "right";
const seat = (
  flightId: string,
  personId: string,
  position: Position,
  linerMovedAt: string | null = null,
  isFitChecked = true,
) => ({
  id: `${flightId}-${personId}`,
  flightId,
  personId,
  position,
  linerMovedAt,
  isFitChecked,
});

/**
 * Centre is the commander's; left and right of MS-19 are inferred from the order of the crew list [I]. Everyone had sat in their seat with
 * their own liner: the crew of MS-19 at Baikonur on 19 September [S] russianspacenews.com, those who change ships when their liners moved on
 * 7 and 8 October [S] 7days.ru; the others by the same custom [G].
 */
export const seats = () =>
  rows("seat", [
    seat("ms-18-up", "dubrov", "left"),
    seat("ms-18-up", "novitsky", "centre"),
    seat("ms-18-up", "vande-hei", "right"),
    seat("crew-2-up", "hoshide", "left"),
    seat("crew-2-up", "kimbrough", "centre"),
    seat("crew-2-up", "mcarthur", "centre"),
    seat("crew-2-up", "pesquet", "right"),
    seat("ms-19-up", "shipenko", "left"),
    seat("ms-19-up", "shkaplerov", "centre"),
    seat("ms-19-up", "peresild", "right"),
    seat("ms-18-down", "shipenko", "left", "2021-10-07T18:45:00Z"),
    seat("ms-18-down", "novitsky", "centre"),
    seat("ms-18-down", "peresild", "right", "2021-10-07T18:45:00Z"),
    seat("crew-2-down", "hoshide", "left"),
    seat("crew-2-down", "kimbrough", "centre"),
    seat("crew-2-down", "mcarthur", "centre"),
    seat("crew-2-down", "pesquet", "right"),
    seat("ms-19-down", "dubrov", "left", "2021-10-08T09:30:00Z"),
    seat("ms-19-down", "shkaplerov", "centre"),
    seat("ms-19-down", "vande-hei", "right", "2021-10-08T09:30:00Z"),
  ]);

export const shootWindows = () =>
  rows("shootWindow", [
    {
      id: "main-window",
      unit: "main",
      startsAt: "2021-10-05T15:00:00Z",
      endsAt: "2021-10-16T20:41:00Z",
      note: "Hatch opening to hatch closing: 11 d 5 h 41 min. Sources differ on the closing; all are kept below.",
    },
    {
      id: "ship-window-up",
      unit: "ship",
      startsAt: "2021-10-05T08:55:02Z",
      endsAt: "2021-10-05T15:00:00Z",
      note: "Launch to hatch opening. Scenes were shot during the approach [S2] trueviralnews.com/50119.",
    },
    {
      id: "ship-window-down",
      unit: "ship",
      startsAt: "2021-10-16T20:41:00Z",
      endsAt: "2021-10-17T04:35:00Z",
      note: "Hatch closing to landing. Filming went on while they left the station [S] newssegments.com (NYT text).",
    },
    {
      id: "landing-window-before",
      unit: "landing",
      startsAt: "2021-10-15T02:00:00Z",
      endsAt: "2021-10-15T12:00:00Z",
      note: "The landing unit in the steppe two days before, by daylight (08:00–18:00 there). Assumption [G].",
    },
    {
      id: "landing-window",
      unit: "landing",
      startsAt: "2021-10-17T04:35:00Z",
      endsAt: "2021-10-17T07:00:00Z",
      note: "148 km south-east of Zhezkazgan. Landing [S]; the end is an assumption [G]: the crew leaves by helicopter.",
    },
  ]);

const claim = (
  id: string,
  windowId: string,
  edge: "start" | "end",
  at: string,
  label: string,
  source: string,
  isUsed = false,
) => ({ id, windowId, edge, at, label, source, isUsed });

export const windowClaims = () =>
  rows("windowClaim", [
    claim(
      "opening-nasa",
      "main-window",
      "start",
      "2021-10-05T15:00:00Z",
      "Hatch opening, NASA: 11 a.m. EDT",
      SOURCE.hatchOpening,
      true,
    ),
    claim(
      "opening-target",
      "main-window",
      "start",
      "2021-10-05T14:00:00Z",
      "Hatch opening, target: about two hours after docking",
      SOURCE.hatchOpening,
    ),
    claim(
      "closing-nasa",
      "main-window",
      "end",
      "2021-10-16T20:41:00Z",
      "Hatch closing, NASA: 4:41 p.m. EDT",
      SOURCE.hatchClosing,
      true,
    ),
    claim(
      "closing-roscosmos-plan-early",
      "main-window",
      "end",
      "2021-10-16T21:45:00Z",
      "Hatch closing, Roscosmos plan: from 00:45 MSK",
      "[S] tass.com/science/1349785",
    ),
    claim(
      "closing-report",
      "main-window",
      "end",
      "2021-10-16T21:54:00Z",
      "Hatch closing, report: 00:54 MSK",
      "[S2] pt.topwar.ru/188145 (machine-translated)",
    ),
    claim(
      "closing-roscosmos-plan-late",
      "main-window",
      "end",
      "2021-10-16T22:05:00Z",
      "Hatch closing, Roscosmos plan: to 01:05 MSK",
      "[S] tass.com/science/1349785",
    ),
    claim(
      "launch",
      "ship-window-up",
      "start",
      "2021-10-05T08:55:02Z",
      "Launch, Baikonur Site 31",
      SOURCE.launch,
      true,
    ),
    claim("landing", "landing-window", "start", "2021-10-17T04:35:00Z", "Landing", SOURCE.landing, true),
    claim(
      "landing-other",
      "landing-window",
      "start",
      "2021-10-17T04:44:00Z",
      "Landing, one report: 07:44 MSK",
      "[S2] computer-arts (outlier)",
    ),
  ]);
