import { Skeleton } from "@mantine/core";

export default function LoadingPerson() {
  return (
    <div style={{ padding: 16 }} aria-busy="true">
      <span className="visually-hidden">Loading the person</span>
      <Skeleton height={22} width={200} mb={16} />
      <Skeleton height={56} mb={12} />
      <Skeleton height={56} mb={12} />
      <Skeleton height={90} mb={12} />
      <Skeleton height={14} mb={8} />
      <Skeleton height={14} width="80%" />
    </div>
  );
}
