export default function Page() {
  return <main>Nothing here.</main>;
}
