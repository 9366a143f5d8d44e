import type { Metadata } from "next";
import { clock, dayMonth, duration } from "#core/base/format.ts";
import { factsOf } from "#core/model/facts.ts";
import { Page } from "#ui/parts/page.tsx";
import { Panel } from "#ui/parts/panel.tsx";
import { Scroll } from "#ui/parts/scroll.tsx";
import { Empty } from "#ui/parts/state.tsx";
import { openScenario, type ScenarioParams } from "../open.ts";
import { Matrix } from "./matrix.tsx";
import { RecordResult } from "./record-result.tsx";
import classes from "./training.module.css";

export const metadata: Metadata = { title: "Training" };

export default async function TrainingPage({ params }: { params: ScenarioParams }) {
  const { snapshot, mayEdit, scenario } = await openScenario(params, "plan.view");
  const { course: courses, trainingSession: sessions, attendance, person: people } = snapshot.tables;
  const nameOf = (id: string) => people.find((p) => p.id === id)?.shortName ?? id;
  const hours = courses.reduce((sum, course) => sum + course.hours, 0);
  return (
    <Page
      title="Training"
      note="Who may do what, and when they learned it. Home of the certificates that rule training-gate asks for."
    >
      <Panel title="Readiness" note="person × certificate, against what the plan asks">
        <Matrix tables={snapshot.tables} facts={factsOf(snapshot)} />
      </Panel>
      <Panel
        title="Courses"
        note={courses.length > 0 ? `${hours.toLocaleString("en")} h for one person` : ""}
      >
        {courses.length === 0 ? (
          <Empty title="No courses yet">Courses give certificates; certificates open jobs and modules.</Empty>
        ) : (
          <Scroll label="All courses">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Course</th>
                  <th scope="col" className="number">
                    Hours
                  </th>
                  <th scope="col">Facility</th>
                  <th scope="col">Gives</th>
                  <th scope="col">Source</th>
                </tr>
              </thead>
              <tbody>
                {courses.map((course) => (
                  <tr key={course.id}>
                    <td>{course.name}</td>
                    <td className="number">{course.hours}</td>
                    <td>{course.facility}</td>
                    <td>
                      {snapshot.tables.certificate.find((c) => c.id === course.certificateId)?.name ?? "–"}
                    </td>
                    <td className={`muted small ${classes.source}`}>{course.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Panel>
      <Panel title="Sessions" note={`${sessions.length}, GMT`}>
        {sessions.length === 0 ? (
          <Empty title="No sessions yet">
            A session is one date on which a course is taught, with who came and how it went.
          </Empty>
        ) : (
          <Scroll label="All sessions">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Date</th>
                  <th scope="col">Session</th>
                  <th scope="col" className="number">
                    Length
                  </th>
                  <th scope="col">Facility</th>
                  <th scope="col">People and results</th>
                </tr>
              </thead>
              <tbody>
                {[...sessions]
                  .sort((a, b) => a.startsAt - b.startsAt)
                  .map((session) => (
                    <tr key={session.id}>
                      <td className="number">
                        {dayMonth(session.startsAt)} {clock(session.startsAt)}
                      </td>
                      <td>
                        {session.title}
                        <div className="muted small">
                          {courses.find((c) => c.id === session.courseId)?.name}
                        </div>
                      </td>
                      <td className="number">{duration(session.durationMin)}</td>
                      <td>{session.facility}</td>
                      <td>
                        <ul className={classes.results}>
                          {attendance
                            .filter((a) => a.trainingSessionId === session.id)
                            .map((a) => (
                              <li key={a.id}>
                                {mayEdit ? (
                                  <RecordResult
                                    scenarioId={scenario.id}
                                    attendanceId={a.id}
                                    person={nameOf(a.personId)}
                                    result={a.result}
                                  />
                                ) : (
                                  `${nameOf(a.personId)}: ${a.result}`
                                )}
                              </li>
                            ))}
                        </ul>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Panel>
    </Page>
  );
}
