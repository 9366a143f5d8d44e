import { rows, type Written } from "../rows.ts";

type Restoration = Written<"restoration">;

const PUT_BACK =
  "[S] headtopics.com (TASS): very many objects moved from module to module, put back after departure to match the inventory database; which and how long is an assumption [G]";
const SAFETY = "[G] assumption: a way to a ship or through a hatch is clear before the unit leaves it";

const restoration = (
  scene: string,
  what: string,
  minutes: number,
  due: Restoration["due"],
  by: { personId: string; blockId: string } | null,
  source: string,
): Restoration => ({
  id: `restore-${scene}-${due}`,
  sceneId: `scene-${scene}`,
  what,
  minutes,
  due,
  personId: by?.personId ?? null,
  blockId: by?.blockId ?? null,
  source,
});

/** The film crew's last stowage, on the morning of departure. */
const lastMorning = (personId: string) => ({ personId, blockId: `${personId}-16-0930` });
/** Who stayed put the rest back, on the Monday after. */
const afterwards = (personId: string) => ({ personId, blockId: `${personId}-inventory` });

export const restorations = () =>
  rows("restoration", [
    restoration("3", "Airlock lines and tethers out of Poisk's hatch", 10, "strike", null, SAFETY),
    restoration("12", "Rassvet's hatch to the ship clear", 10, "strike", null, SAFETY),
    restoration("45", "Nauka's hatch to the ship clear, seals looked at", 10, "strike", null, SAFETY),
    restoration(
      "15",
      "Novitsky's own things back in the cabin",
      20,
      "hatch-closing",
      lastMorning("peresild"),
      PUT_BACK,
    ),
    restoration(
      "13",
      "Zvezda's table and food lockers",
      15,
      "hatch-closing",
      lastMorning("peresild"),
      PUT_BACK,
    ),
    restoration("20", "Treadmill harness and straps", 15, "hatch-closing", lastMorning("shipenko"), PUT_BACK),
    restoration(
      "31",
      "Operating table, film and panels out of Nauka",
      60,
      "hatch-closing",
      lastMorning("shipenko"),
      PUT_BACK,
    ),
    restoration(
      "19",
      "Rassvet's cargo bags to their places",
      60,
      "handed-over",
      afterwards("dubrov"),
      PUT_BACK,
    ),
    restoration(
      "28",
      "What came out from behind Zarya's panels",
      90,
      "handed-over",
      afterwards("dubrov"),
      PUT_BACK,
    ),
    restoration(
      "30",
      "Nauka's stowage back from Zarya and Rassvet",
      120,
      "handed-over",
      afterwards("shkaplerov"),
      PUT_BACK,
    ),
  ]);

/** Station time of those who stay: it is charged to them. */
export const inventoryBlocks = () =>
  rows(
    "crewBlock",
    ["dubrov", "shkaplerov"].map((personId) => ({
      id: afterwards(personId).blockId,
      personId,
      kind: "duty" as const,
      title: "Station put back to the inventory database",
      startsAt: "2021-10-18T08:15:00Z",
      durationMin: 180,
      earliestAt: null,
      latestAt: null,
      moduleId: null,
      source: "[S] ria24.today 10385832: a clean-up of the station was planned; day and hours [G] assumption",
    })),
  );
