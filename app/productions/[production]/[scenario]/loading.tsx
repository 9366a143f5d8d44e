import { Skeleton } from "@mantine/core";

/** Keeps the layout of a page while it is loaded. */
export default function Loading() {
  return (
    <div style={{ padding: "18px 24px" }} aria-busy="true" aria-live="polite">
      <span className="visually-hidden">Loading</span>
      <Skeleton height={26} width={260} mb={18} />
      <Skeleton height={120} mb={18} />
      <Skeleton height={14} mb={8} />
      <Skeleton height={14} mb={8} width="86%" />
      <Skeleton height={14} width="70%" />
    </div>
  );
}
