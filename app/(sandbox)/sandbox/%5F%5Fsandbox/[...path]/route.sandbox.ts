import { control } from '@/lib/sandbox/control';

export { control as DELETE, control as GET, control as POST };
