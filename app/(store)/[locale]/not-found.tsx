import { Lost } from '@/components/store/lost';
import { lost } from '@/lib/dictionaries/lost';

/** Next gives this page no parameters: the language comes from the address, in the browser and on the server alike. */
export default function NotFound() {
  return (
    <Lost
      texts={{
        es: {
          title: lost.es.notFoundTitle,
          text: lost.es.notFoundText,
          home: lost.es.backHome,
        },
        en: {
          title: lost.en.notFoundTitle,
          text: lost.en.notFoundText,
          home: lost.en.backHome,
        },
      }}
    />
  );
}
