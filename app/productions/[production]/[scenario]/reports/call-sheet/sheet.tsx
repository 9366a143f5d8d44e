import { duration } from "#core/base/format.ts";
import type { CallSheetDay, CallSheetModel } from "#core/report/call-sheet.ts";
import type { Moment } from "#core/report/moment.ts";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import classes from "./sheet.module.css";

const time = (moment: Moment | null) => moment?.gmt ?? "–";

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** GMT large, home time beside it. */
function Time({ moment, zone }: { moment: Moment | null; zone: string }) {
  if (!moment) return <>–</>;
  return (
    <>
      {moment.gmt} <span className="muted small">{moment.home ? `${moment.home} ${zone}` : ""}</span>
    </>
  );
}

/** Who does what on a strip, one line a person; a job that nobody does is open. */
function jobsByPerson(
  jobs: CallSheetModel["strips"][number]["jobs"],
): readonly { person: string; jobs: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const { name, people } of jobs)
    for (const person of people.length > 0 ? people : ["open"])
      lines.set(person, [...(lines.get(person) ?? []), name]);
  return [...lines].map(([person, names]) => ({ person, jobs: names }));
}

/** The call sheet on screen: the same data that its paper shows. */
export function Sheet({ model, day }: { model: CallSheetModel; day: CallSheetDay }) {
  const zone = model.heading.homeZoneLabel;
  return (
    <div className={classes.sheet}>
      <dl className={classes.facts}>
        <Fact label={day.dateText}>
          <span className={classes.big}>Day {day.number}</span>{" "}
          <span className="muted small">
            {day.nth} of {day.of}
          </span>
        </Fact>
        <Fact label="General call">
          <Time moment={model.generalCall} zone={zone} />
        </Fact>
        <Fact label="First shot">
          <Time moment={model.firstShot} zone={zone} />
        </Fact>
        <Fact label="Estimated wrap">
          <Time moment={model.wrap} zone={zone} />
        </Fact>
        <Fact label="Meal">{model.meal ? `${model.meal.start.gmt}–${model.meal.end.gmt}` : "–"}</Fact>
        <Fact label="Wake, sleep">
          {time(day.wake)}, {time(day.sleep)}
        </Fact>
        <Fact label="Window left">{model.windowLeft?.text ?? "–"}</Fact>
        <Fact label="Today">
          {model.totals.strips} strips, {model.totals.pages} pp, {duration(model.totals.shootMin)}
        </Fact>
      </dl>
      {day.isClosed ? <p className={classes.warn}>This day is closed for shooting. {day.note}</p> : null}
      {day.banners.map((banner) => (
        <p key={banner} className={classes.banner}>
          {banner}
        </p>
      ))}
      {model.gaps.length > 0 ? (
        <Panel title="Missing before it goes out">
          <ul className={classes.plain}>
            {model.gaps.map((gap) => (
              <li key={gap.id}>{gap.message}</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Panel title="Strips" note="in order, GMT">
        {model.strips.length === 0 ? (
          <p className="muted small">No strips are placed on this day.</p>
        ) : (
          <Scroll label="Strips of the day">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  <th scope="col">Scene</th>
                  <th scope="col">Set</th>
                  <th scope="col">D/N</th>
                  <th scope="col" className="number">
                    Pages
                  </th>
                  <th scope="col">Cast</th>
                  <th scope="col">Module</th>
                  <th scope="col">Set-ups</th>
                  <th scope="col">Jobs</th>
                  <th scope="col">Sound, kit</th>
                </tr>
              </thead>
              <tbody>
                {model.strips.map((strip) => (
                  <tr key={strip.stripId}>
                    <td className={`mono ${classes.time}`}>
                      {strip.time.start.gmt}–{strip.time.end.gmt}
                      <div className="muted small">
                        {strip.rigMin}/{strip.shootMin}/{strip.strikeMin} min
                      </div>
                    </td>
                    <td>
                      <b>{strip.scene}</b>
                      {strip.part ? <span className="muted small"> {strip.part}</span> : null}
                      <div className="muted small">
                        {strip.status === "planned" ? strip.tier : strip.status}
                      </div>
                    </td>
                    <td className={classes.set}>
                      {strip.intExt}. {strip.set}
                      <div className="muted small">{strip.synopsis}</div>
                    </td>
                    <td>{strip.dayNight}</td>
                    <td className="number">{strip.pages}</td>
                    <td>{strip.cast.map((c) => c.number).join(", ")}</td>
                    <td>{strip.module}</td>
                    <td>
                      {strip.setUps.map((setUp) => (
                        <div key={setUp.label}>
                          {setUp.label}{" "}
                          <span className="muted small">
                            {setUp.start.gmt}, {setUp.takes} × {setUp.takeMin} min
                            {setUp.lightText ? `, ${setUp.lightText}` : ""}
                            {setUp.pane ? `, ${setUp.pane}` : ""}
                          </span>
                        </div>
                      ))}
                    </td>
                    <td>
                      {jobsByPerson(strip.jobs).map(({ person, jobs }) => (
                        <div key={person} className="small">
                          {person}: <span className="muted">{jobs.join(", ")}</span>
                        </div>
                      ))}
                    </td>
                    <td className="small">
                      {strip.soundText}
                      {strip.elements.map((e) => (
                        <div key={e.category} className="muted">
                          {e.category}: {e.names.join(", ")}
                        </div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Panel>
      <Panel title="People" note={`GMT; ${zone} in the small line`}>
        {model.people.length === 0 ? (
          <p className="muted small">Nobody is called.</p>
        ) : (
          <Scroll label="Calls of the day">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Person</th>
                  <th scope="col">Plays, does</th>
                  <th scope="col">Status</th>
                  <th scope="col">Call</th>
                  <th scope="col">Make-up</th>
                  <th scope="col">On set</th>
                  <th scope="col">Wrap</th>
                  <th scope="col">Remarks</th>
                </tr>
              </thead>
              <tbody>
                {model.people.map((person) => (
                  <tr key={person.personId}>
                    <td>
                      {person.name}
                      {person.nameLocal ? (
                        <div className="muted small" lang="ru">
                          {person.nameLocal}
                        </div>
                      ) : null}
                    </td>
                    <td>
                      {person.roles.map((r) => `${r.number} ${r.name}`).join(", ")}
                      <div className="muted small">{person.jobs.join(", ")}</div>
                    </td>
                    <td>{person.status ?? "–"}</td>
                    <td className="mono">
                      <b>{person.call.gmt}</b>
                      <div className="muted small">{person.call.home}</div>
                    </td>
                    <td className="mono">{time(person.makeUp)}</td>
                    <td className="mono">{time(person.onSet)}</td>
                    <td className="mono">{time(person.wrap)}</td>
                    <td className="small">{person.remarks.join("; ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        {model.notCalled.length > 0 ? (
          <p className="muted small">Aboard, not called: {model.notCalled.join(", ")}</p>
        ) : null}
      </Panel>
      <div className={classes.columns}>
        <Panel
          title="Light"
          note={
            model.light.betaDeg === null ? "" : `beta ${model.light.betaDeg.toFixed(1).replace("-", "−")}°`
          }
        >
          {model.light.orbitalDays.length === 0 ? (
            <p className="muted small">Light unknown: no orbit data covers this day.</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Sunrise</th>
                  <th scope="col">Sunset</th>
                  <th scope="col" className="number">
                    Day
                  </th>
                  <th scope="col">Scenes</th>
                </tr>
              </thead>
              <tbody>
                {model.light.orbitalDays.map((orbit) => (
                  <tr key={orbit.sunrise?.at ?? orbit.sunset?.at ?? 0}>
                    <td className="mono">{orbit.sunrise?.time ?? "–"}</td>
                    <td className="mono">{orbit.sunset?.time ?? "–"}</td>
                    <td className="number">
                      {orbit.dayMin === null ? "–" : `${Math.round(orbit.dayMin)} min`}
                    </td>
                    <td>{orbit.scenes.join(", ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {model.light.unknown.map((gap) => (
            <p key={gap.start.at} className="muted small">
              Unknown {gap.start.gmt}–{gap.end.gmt}: {gap.reason}
            </p>
          ))}
          {model.light.links ? <Links links={model.light.links} /> : null}
        </Panel>
        <div>
          <Panel title="Station events">
            {model.events.length === 0 ? (
              <p className="muted small">None today.</p>
            ) : (
              <ul className={classes.plain}>
                {model.events.map((event) => (
                  <li key={`${event.title}${event.start.at}`}>
                    <span className="mono">
                      {event.start.gmt}–{event.end.gmt}
                    </span>{" "}
                    {event.title}
                    <div className="muted small">{event.keeps.join(", ")}</div>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title="Asleep and off duty">
            <ul className={classes.plain}>
              {model.rest.map((line) => (
                <li key={`${line.kind}${line.start.at}${line.end.at}`}>
                  <span className="mono">
                    {line.start.gmt}–{line.end.gmt}
                  </span>{" "}
                  {line.title || line.kind}
                  <div className="muted small">{line.people.join(", ")}</div>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <div>
          <Panel title="Safety and medical">
            {model.medicalOfficers.length > 0 ? (
              <p className="small">Medical officer aboard: {model.medicalOfficers.join(", ")}</p>
            ) : null}
            <ul className={classes.plain}>
              {model.contacts.map((contact) => (
                <li key={contact.label}>
                  {contact.label} <span className="muted small">{contact.person}</span>
                  <div className="muted small">{contact.channel}</div>
                </li>
              ))}
            </ul>
          </Panel>
          {model.advance ? (
            <Panel title={`Advance: ${model.advance.text}`} note={model.advance.dateText}>
              <ul className={classes.plain}>
                {model.advance.strips.map((strip) => (
                  <li key={strip.stripId}>
                    <span className="mono">{strip.time?.start.gmt}</span> {strip.scene} {strip.set}{" "}
                    <span className="muted small">{strip.module}</span>
                  </li>
                ))}
              </ul>
              {model.advance.strips.length === 0 ? (
                <p className="muted small">Nothing is placed yet.</p>
              ) : null}
            </Panel>
          ) : null}
        </div>
      </div>
      {model.findings.length > 0 ? (
        <Panel title="Findings of this day">
          <ul className={classes.plain}>
            {model.findings.map((finding) => (
              <li key={finding.id}>
                {finding.message} <span className="muted small">{finding.rule}</span>{" "}
                {finding.waived ? <b className="small">{finding.waived}</b> : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </div>
  );
}

/** Shown on days on which a set-up asks for the ground. */
function Links({ links }: { links: NonNullable<CallSheetModel["light"]["links"]> }) {
  if (links.length === 0)
    return <p className="muted small">A set-up asks for a link, and none is known today.</p>;
  return (
    <table className="table" aria-label="Links to the ground">
      <thead>
        <tr>
          <th scope="col">Link</th>
          <th scope="col">From</th>
          <th scope="col">Until</th>
          <th scope="col" className="number">
            Highest
          </th>
          <th scope="col">Scenes</th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={`${link.name} ${link.start.at}`}>
            <td>{link.name}</td>
            <td className="mono">{link.start.gmt}</td>
            <td className="mono">{link.end.gmt}</td>
            <td className="number">
              {link.maxElevationDeg === null ? "–" : `${Math.round(link.maxElevationDeg)}°`}
            </td>
            <td>{link.scenes.join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
