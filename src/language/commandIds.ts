// The commands of writing and of scene numbers, by name: what they do is read when the first of them is run.

export const WRITING_COMMANDS = [
  'backlot.write.changeCase',
  'backlot.write.toggleBold',
  'backlot.write.toggleItalic',
  'backlot.write.toggleUnderline',
  'backlot.write.toggleNote',
  'backlot.write.toggleBoneyard',
  'backlot.write.toggleDual',
  'backlot.write.toggleCentre',
  'backlot.write.insertDate',
  'backlot.write.insertTime',
  'backlot.write.insertPageBreak',
  'backlot.write.insertSection',
  'backlot.write.insertSynopsis',
] as const;

export const NUMBER_COMMANDS = ['backlot.sceneNumbers.update', 'backlot.sceneNumbers.remove', 'backlot.sceneNumbers.lock', 'backlot.sceneNumbers.unlock'] as const;
