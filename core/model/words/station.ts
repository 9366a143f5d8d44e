import {
  at,
  choice,
  choices,
  flag,
  minutes,
  number,
  order,
  prose,
  quote,
  ref,
  refs,
  type TableWords,
  value,
} from "./word.ts";

/** How the station, ships and orbit data are told. */

const degrees = (label: string) => value(label, (deg: number) => `${deg}°`.replace("-", "−"));

export const stationWords = {
  module: {
    one: "module",
    many: "modules",
    name: ({ name }) => name,
    whole: ({ name }) => `module ${name}`,
    fields: {
      name: value("name"),
      segment: choice("segment"),
      lengthM: number("length", "m"),
      diameterM: number("diameter", "m"),
      pressurisedM3: number("pressurised", "m³"),
      capacity: number("people while filming, at most"),
      noiseDba: number("noise", "dB(A)"),
      order,
      isUsable: flag("open to the film", "closed to the film"),
      clearWidthCm: number("free width", "cm"),
      clearHeightCm: number("free height", "cm"),
      clearLengthCm: number("free length", "cm"),
      supplyW: number("power for the film", "W"),
      facilities: choices("facilities"),
      needsEscort: flag("needs an escort", "needs no escort"),
      source: prose("source"),
    },
  } satisfies TableWords<"module">,

  hatch: {
    one: "hatch",
    many: "hatches",
    name: ({ fromModuleId, toModuleId }, look) =>
      `hatch between ${look.of("module", fromModuleId)} and ${look.of("module", toModuleId)}`,
    fields: { fromModuleId: ref("from", "module"), toModuleId: ref("to", "module") },
  } satisfies TableWords<"hatch">,

  pane: {
    one: "pane",
    many: "panes",
    name: ({ name }) => `pane ${name}`,
    fields: {
      moduleId: ref("in", "module"),
      name: value("name"),
      direction: choice("looks"),
      fieldOfViewDeg: degrees("field of view"),
      source: prose("source"),
    },
  } satisfies TableWords<"pane">,

  lamp: {
    one: "lamp",
    many: "lamps",
    name: ({ name, moduleId }, look) => `lamp ${name} in ${look.of("module", moduleId)}`,
    fields: {
      moduleId: ref("in", "module"),
      name: value("name"),
      lux: number("light", "lux"),
      kelvin: number("colour", "K"),
      source: prose("source"),
    },
  } satisfies TableWords<"lamp">,

  stationEvent: {
    one: "station event",
    many: "station events",
    name: ({ title }) => `event ${quote(title)}`,
    fields: {
      kind: choice("kind"),
      title: value("title"),
      startsAt: at("starts"),
      durationMin: minutes("length"),
      marginBeforeMin: minutes("margin before"),
      marginAfterMin: minutes("margin after"),
      moduleIds: refs("takes", "module"),
      personIds: refs("takes", "person", "takes nobody"),
      takesPanes: flag("takes the panes", "leaves the panes"),
      takesAttitude: flag("takes the attitude", "leaves the attitude"),
      takesQuiet: flag("breaks the quiet", "leaves the quiet"),
      source: prose("source"),
    },
  } satisfies TableWords<"stationEvent">,

  kit: {
    one: "piece of kit",
    many: "pieces of kit",
    name: ({ name }) => name,
    whole: ({ name }) => `kit ${quote(name)}`,
    fields: {
      name: value("name"),
      category: value("category"),
      massKg: number("mass", "kg"),
      quantity: number("pieces"),
      aboardFrom: at("aboard from"),
      upFlightId: ref("goes up on", "flight"),
      downFlightId: ref("comes down on", "flight"),
      isBuiltIn: flag("built in", "hand-held"),
      watts: number("power", "W"),
      lux: number("light", "lux"),
      batteryDrawW: number("drawn from batteries", "W"),
      batteryWh: number("a battery", "Wh"),
      chargeW: number("a charger gives", "W"),
      recordGbPerMin: number("records", "GB/min"),
      cardGb: number("card", "GB"),
      copyGbPerMin: number("copies", "GB/min"),
      source: prose("source"),
    },
  } satisfies TableWords<"kit">,

  exerciseDevice: {
    one: "exercise device",
    many: "exercise devices",
    name: ({ name }) => `exercise device ${name}`,
    fields: {
      name: value("name"),
      moduleId: ref("in", "module"),
      noiseDba: number("noise", "dB(A)"),
      source: prose("source"),
    },
  } satisfies TableWords<"exerciseDevice">,

  flight: {
    one: "flight",
    many: "flights",
    name: ({ ship, direction }) => `${ship} ${direction}`,
    whole: ({ ship, direction }) => `flight ${ship} ${direction}`,
    fields: {
      ship: value("ship"),
      direction: choice("direction"),
      departsAt: at("departs"),
      arrivesAt: at("arrives"),
      hatchAt: at("hatch"),
      moduleId: ref("docked as", "module"),
      source: prose("source"),
    },
  } satisfies TableWords<"flight">,

  seat: {
    one: "seat",
    many: "seats",
    name: ({ position, flightId, personId }, look) =>
      `${position} seat of ${look.of("person", personId)} on ${look.of("flight", flightId)}`,
    fields: {
      flightId: ref("on", "flight"),
      personId: ref("for", "person", "for nobody"),
      position: choice("position"),
      linerMovedAt: at("liner moved"),
      isFitChecked: flag("fit checked", "fit not checked"),
    },
  } satisfies TableWords<"seat">,

  elementSet: {
    one: "element set",
    many: "element sets",
    name: ({ label }) => `element set ${quote(label)}`,
    fields: {
      label: value("name"),
      form: choice("form", { tle: "two lines", omm: "message" }),
      line1: prose("first line"),
      line2: prose("second line"),
      omm: prose("message"),
      source: prose("source"),
      usedFrom: at("used from"),
      usedUntil: at("used until"),
    },
  } satisfies TableWords<"elementSet">,

  ephemeris: {
    one: "ephemeris",
    many: "ephemerides",
    name: ({ label }) => `ephemeris ${quote(label)}`,
    fields: {
      label: value("name"),
      frame: choice("frame"),
      createdAt: at("made"),
      segments: prose("states"),
      source: prose("source"),
      usedFrom: at("used from"),
      usedUntil: at("used until"),
    },
  } satisfies TableWords<"ephemeris">,

  groundSite: {
    one: "ground site",
    many: "ground sites",
    name: ({ name }) => `ground site ${name}`,
    fields: {
      name: value("name"),
      latDeg: degrees("latitude"),
      lonDeg: degrees("longitude"),
      maskDeg: degrees("lowest elevation"),
      isUsed: flag("used", "not used"),
      source: prose("source"),
    },
  } satisfies TableWords<"groundSite">,

  groundTarget: {
    one: "target",
    many: "targets",
    name: ({ name }) => name,
    whole: ({ name }) => `target ${name}`,
    fields: {
      name: value("name"),
      latDeg: degrees("latitude"),
      lonDeg: degrees("longitude"),
      radiusKm: number("radius", "km"),
      source: prose("source"),
    },
  } satisfies TableWords<"groundTarget">,

  relayPass: {
    one: "relay pass",
    many: "relay passes",
    name: ({ relay }) => `pass of ${relay}`,
    fields: {
      relay: value("relay"),
      startsAt: at("starts"),
      durationMin: minutes("length"),
      source: prose("source"),
    },
  } satisfies TableWords<"relayPass">,
};
