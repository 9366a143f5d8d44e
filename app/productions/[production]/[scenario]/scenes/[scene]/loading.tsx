import { Skeleton } from "@mantine/core";

export default function LoadingScene() {
  return (
    <div style={{ padding: 16 }} aria-busy="true">
      <span className="visually-hidden">Loading the scene</span>
      <Skeleton height={22} width={120} mb={16} />
      <Skeleton height={56} mb={12} />
      <Skeleton height={56} mb={12} />
      <Skeleton height={120} mb={12} />
      <Skeleton height={36} mb={6} />
      <Skeleton height={36} />
    </div>
  );
}
