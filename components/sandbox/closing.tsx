import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Heading } from './heading';
import { ReturnLink } from './frame';

type Props = { language: PageLanguage; leaveTo: string; message: string };

/** In a shop's frame: nothing is left to do, and the shop is told to take the page away. */
export function Closing({ language, leaveTo, message }: Props) {
  return (
    <>
      <Heading>{message}</Heading>
      <div className="mt-8">
        <ReturnLink href={leaveTo}>{pageTexts[language].result.back}</ReturnLink>
      </div>
    </>
  );
}
