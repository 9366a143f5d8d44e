import { Failure } from "#ui/parts/state.tsx";
import { RetryButton } from "./retry-button.tsx";

/** Said instead of a page while the database does not answer. */
export function DatabaseDown() {
  return (
    <main style={{ padding: 24 }}>
      <h1 className="visually-hidden">The database does not answer</h1>
      <Failure title="The database does not answer" action={<RetryButton />}>
        <p>
          The plan is safe: every saved edit is kept there. Nothing can be shown or changed until it answers
          again.
        </p>
        <p>
          Whoever runs this server can look with <code className="mono">npm run db -- status</code>. This page
          works again as soon as the database does; no restart is needed.
        </p>
      </Failure>
    </main>
  );
}
