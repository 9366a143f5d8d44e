import { JOB_NAMES } from "../job.ts";
import { PERSON_CATEGORY_NAMES } from "../person.ts";
import {
  at,
  choice,
  choices,
  date,
  dateText,
  flag,
  minutes,
  number,
  order,
  prose,
  quote,
  quoted,
  ref,
  refs,
  type TableWords,
  value,
} from "./word.ts";

/**
 * How people, their training and their time are told. The history is read by all members, so what viewers may not see is never told
 * here (server/seen-by.ts): contacts, body measures, notes on consents, sources of people.
 */

const measure = () => "body measures changed";

export const peopleWords = {
  person: {
    one: "person",
    many: "people",
    name: ({ shortName }) => shortName,
    fields: {
      name: value("name"),
      nameLocal: value("name in its own script"),
      shortName: value("called"),
      category: choice("of the", PERSON_CATEGORY_NAMES),
      agency: value("agency"),
      duties: quoted("duties"),
      heightCm: measure,
      sittingHeightCm: measure,
      massKg: measure,
      firstFlight: flag("on the first flight", "has flown before"),
      isMedicalOfficer: flag("crew medical officer", "not crew medical officer"),
      segments: choices("qualified for"),
      source: prose("source"),
    },
  } satisfies TableWords<"person">,

  contact: {
    one: "contact",
    many: "contacts",
    name: ({ kind }) => `${kind} contact`,
    fields: {
      kind: choice("kind"),
      label: prose("name"),
      channel: prose("channel"),
      personId: prose("person"),
      order,
    },
  } satisfies TableWords<"contact">,

  role: {
    one: "role",
    many: "roles",
    name: ({ name }) => name,
    whole: ({ name }) => `role ${name}`,
    fields: {
      number: number("cast number"),
      name: value("name"),
      nameLocal: value("name in its own script"),
      personId: ref("played by", "person", "played by nobody"),
      crewPlayed: flag("played by station crew", "not played by station crew"),
    },
  } satisfies TableWords<"role">,

  certificate: {
    one: "certificate",
    many: "certificates",
    name: ({ name }) => `certificate ${quote(name)}`,
    fields: {
      name: value("name"),
      jobs: choices("for jobs", JOB_NAMES),
      moduleIds: refs("for work in", "module", "for work anywhere"),
      categories: choices("concerns", PERSON_CATEGORY_NAMES),
      source: prose("source"),
    },
  } satisfies TableWords<"certificate">,

  holding: {
    one: "certificate in hand",
    many: "certificates in hand",
    name: ({ personId, certificateId }, look) =>
      `${look.of("certificate", certificateId)} of ${look.of("person", personId)}`,
    fields: {
      personId: ref("of", "person", "of nobody"),
      certificateId: ref("now", "certificate"),
      validFrom: date("valid from"),
      validUntil: date("valid until"),
    },
  } satisfies TableWords<"holding">,

  course: {
    one: "course",
    many: "courses",
    name: ({ name }) => `course ${quote(name)}`,
    fields: {
      name: value("name"),
      hours: number("planned", "h"),
      facility: value("facility"),
      certificateId: ref("gives", "certificate"),
      prerequisiteIds: refs("after", "course"),
      source: prose("source"),
    },
  } satisfies TableWords<"course">,

  trainingSession: {
    one: "training session",
    many: "training sessions",
    name: ({ title }) => `session ${quote(title)}`,
    fields: {
      courseId: ref("of", "course"),
      title: value("title"),
      startsAt: at("starts"),
      durationMin: minutes("length"),
      facility: value("facility"),
      source: prose("source"),
    },
  } satisfies TableWords<"trainingSession">,

  attendance: {
    one: "place in a session",
    many: "places in sessions",
    name: ({ personId, trainingSessionId }, look) =>
      `${look.of("person", personId)} in ${look.of("trainingSession", trainingSessionId)}`,
    fields: {
      trainingSessionId: ref("in", "trainingSession"),
      personId: ref("who", "person", "who nobody"),
      result: value("result"),
    },
  } satisfies TableWords<"attendance">,

  crewBlock: {
    one: "crew block",
    many: "crew blocks",
    name: ({ personId, title, kind }, look) =>
      `${title ? quote(title) : kind.replaceAll("-", " ")} of ${look.of("person", personId)}`,
    fields: {
      personId: ref("of", "person", "of nobody"),
      kind: choice("kind"),
      title: value("title"),
      startsAt: at("starts"),
      durationMin: minutes("length"),
      earliestAt: at("earliest"),
      latestAt: at("latest"),
      moduleId: ref("in", "module"),
      deviceId: ref("on", "exerciseDevice"),
      source: prose("source"),
    },
  } satisfies TableWords<"crewBlock">,

  handover: {
    one: "handover",
    many: "handovers",
    name: ({ outgoingPersonId, incomingPersonId }, look) =>
      `handover of ${look.of("person", outgoingPersonId)} to ${look.of("person", incomingPersonId)}`,
    fields: {
      outgoingPersonId: ref("from", "person", "from nobody"),
      incomingPersonId: ref("to", "person", "to nobody"),
      fromDate: date("from"),
      untilDate: date("until"),
      source: prose("source"),
    },
  } satisfies TableWords<"handover">,

  allocation: {
    one: "allocation",
    many: "allocations",
    name: ({ personId, date: on }, look) => `allocation of ${look.of("person", personId)} on ${dateText(on)}`,
    fields: {
      personId: ref("of", "person", "of nobody"),
      date: date("on"),
      minutes: minutes("granted"),
      source: prose("source"),
    },
  } satisfies TableWords<"allocation">,

  consent: {
    one: "consent",
    many: "consents",
    name: ({ personId, date: on }, look) => `consent of ${look.of("person", personId)} for ${dateText(on)}`,
    fields: {
      personId: ref("of", "person", "of nobody"),
      date: date("for"),
      minutes: minutes("given"),
      note: prose("note"),
      source: prose("source"),
    },
  } satisfies TableWords<"consent">,
};
