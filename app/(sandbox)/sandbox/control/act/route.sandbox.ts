/** Every form of the control room posts here. */
export { act as POST } from '@/lib/sandbox/control-room/acts';
