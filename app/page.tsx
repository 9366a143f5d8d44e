export default function HomePage() {
  return <h1>Perigee</h1>;
}
