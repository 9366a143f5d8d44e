import { Empty } from "#ui/parts/state.tsx";

export default function NoRow() {
  return (
    <div style={{ padding: "0 16px" }}>
      <Empty title="This is no longer there">
        Someone removed it, or the address is from another scenario.
      </Empty>
    </div>
  );
}
