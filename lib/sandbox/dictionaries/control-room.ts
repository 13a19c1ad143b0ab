import { en } from './control-room-en';
import { es, type ControlRoomTexts } from './control-room-es';
import type { PageLanguage } from './page';

export type { ControlRoomTexts };

/** What the control room says. */
export const controlRoomTexts: Record<PageLanguage, ControlRoomTexts> = { es, en };
