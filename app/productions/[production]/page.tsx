import { redirect } from "next/navigation";
import { scenarioPath } from "#ui/frame/pages.ts";

export default async function ProductionPage({ params }: { params: Promise<{ production: string }> }) {
  redirect(scenarioPath((await params).production, "current"));
}
