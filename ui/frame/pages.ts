import {
  IconBook2,
  IconCalendarTime,
  IconCertificate,
  IconClipboardText,
  IconGauge,
  IconGitBranch,
  IconHistory,
  IconLayoutBoard,
  IconListCheck,
  IconMovie,
  IconPlanet,
  IconUsers,
} from "@tabler/icons-react";

/** The pages of a scenario, in the order of the rail. One line each; tests loop over this list. */
export const SCENARIO_PAGES = [
  { path: "overview", title: "Overview", icon: IconGauge },
  { path: "board", title: "Board", icon: IconLayoutBoard },
  { path: "day", title: "Day", icon: IconCalendarTime },
  { path: "scenes", title: "Scenes", icon: IconMovie },
  { path: "people", title: "People", icon: IconUsers },
  { path: "station", title: "Station", icon: IconPlanet },
  { path: "training", title: "Training", icon: IconCertificate },
  { path: "scenarios", title: "Scenarios", icon: IconGitBranch },
  { path: "solve", title: "Proposals", icon: IconListCheck },
  { path: "rules", title: "Rules", icon: IconBook2 },
  { path: "reports", title: "Reports", icon: IconClipboardText },
  { path: "history", title: "History", icon: IconHistory },
] as const;

export const scenarioPath = (production: string, scenario: string, page = "overview") =>
  `/productions/${production}/${scenario}/${page}`;
