import type { Metadata } from "next";
import { stationTemplates } from "#seeds/templates/index.ts";
import { openUser } from "#server/open-production.ts";
import { Page } from "#ui/parts/page.tsx";
import { Bar } from "../bar.tsx";
import { NewProductionForm } from "./form.tsx";

export const metadata: Metadata = { title: "New production" };

export default async function NewProductionPage() {
  const user = await openUser();
  return (
    <>
      <Bar user={user} />
      <main>
        <Page
          title="New production"
          note="From a station template: its modules, crew day and rules. Everything can be changed afterwards."
        >
          <div style={{ maxWidth: 760 }}>
            <NewProductionForm
              templates={stationTemplates.map(({ id, title, note }) => ({ id, title, note }))}
              zones={Intl.supportedValuesOf("timeZone")}
            />
          </div>
        </Page>
      </main>
    </>
  );
}
