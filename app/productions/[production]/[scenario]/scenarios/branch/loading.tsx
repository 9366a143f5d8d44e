import { Skeleton } from "@mantine/core";

export default function LoadingBranch() {
  return (
    <div style={{ padding: 16 }} aria-busy="true">
      <span className="visually-hidden">Loading the form</span>
      <Skeleton height={22} width={100} mb={16} />
      <Skeleton height={56} mb={12} />
      <Skeleton height={56} mb={12} />
      <Skeleton height={56} />
    </div>
  );
}
