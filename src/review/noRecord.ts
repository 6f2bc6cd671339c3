// The recorder where no record is kept: it hears everything and keeps nothing.
import type { Recorder } from './recorder';

export const NO_RECORD: Recorder = {
  begin: () => ({ id: '', offered: () => undefined, end: () => undefined }),
  accepted: () => '',
  takenBack: () => undefined,
  declined: () => undefined,
};
