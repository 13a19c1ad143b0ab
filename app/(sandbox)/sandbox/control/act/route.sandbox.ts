export { act as POST } from '@/lib/sandbox/control-room/acts';
