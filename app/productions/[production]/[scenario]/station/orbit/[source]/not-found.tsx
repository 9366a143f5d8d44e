import { Empty } from "#ui/parts/state.tsx";

export default function NoSource() {
  return (
    <div style={{ padding: "0 16px" }}>
      <Empty title="This orbit data is no longer there">
        Someone took it out, or the address is from another production.
      </Empty>
    </div>
  );
}
