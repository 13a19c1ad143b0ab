export default function CataloguePage() {
  return <main />;
}
