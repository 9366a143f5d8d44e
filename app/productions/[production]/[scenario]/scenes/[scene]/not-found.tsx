import { Empty } from "#ui/parts/state.tsx";

export default function NoScene() {
  return (
    <div style={{ padding: "0 16px" }}>
      <Empty title="This scene is no longer there">
        Someone removed it, or the address is from another scenario. History can bring a removed scene back.
      </Empty>
    </div>
  );
}
