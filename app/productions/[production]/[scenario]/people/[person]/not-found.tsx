import { Empty } from "#ui/parts/state.tsx";

export default function NoPerson() {
  return (
    <div style={{ padding: "0 16px" }}>
      <Empty title="This person is no longer there">
        Someone removed them, or the address is from another production.
      </Empty>
    </div>
  );
}
