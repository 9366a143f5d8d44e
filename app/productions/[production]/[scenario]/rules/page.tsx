/** Nothing is selected: the layout shows the book. */
export default function RulesPage() {
  return null;
}
