import { extra, metadata, naming } from './data-options';
import { amounts } from './money-options';
import type { OptionGroup } from './option-field';
import { page, person } from './page-options';

/** Every option of a session, in the order in which a person decides them. */
export const optionGroups: readonly OptionGroup[] = [page, person, amounts, naming, extra, metadata];
